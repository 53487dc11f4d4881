// Ledgers of past versions, as they were written then, must open, verify and say what they said.
//
// tests/ledgers/ holds each as NAME.ledger.zst, and NAME.txt with what it says. A version that has
// none yet makes its own with UPDATE_GOLDEN=1; a kept file is never written again.
#include <fmt/format.h>
#include <zstd.h>

#include <cstdlib>

#include "ledger/schema.h"
#include "ledger/testing.h"

namespace sitrep {
namespace {

const std::string folder = SITREP_SOURCE_DIR "/tests/ledgers/";

std::string pack_file(const std::string& bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 19));
  return packed;
}

std::string unpack_file(const std::string& packed) {
  std::string bytes(ZSTD_getFrameContentSize(packed.data(), packed.size()), '\0');
  EXPECT_EQ(ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size()), bytes.size());
  return bytes;
}

std::string reports_of(Ledger& ledger) {
  std::string out;
  for (const std::string& id : ids_of(ledger)) out += text_of(ledger, id) + '\n';
  return out;
}

void keep(const std::string& name) {
  if (std::getenv("UPDATE_GOLDEN") == nullptr || std::filesystem::exists(folder + name + ".ledger.zst"))
    return;
  setenv("SOURCE_DATE_EPOCH", "1924992000", 1);  // 2031-01-01
  TemporaryFolder temporary;
  std::string path = temporary.file("a.ledger");
  make_small_ledger(path);
  unsetenv("SOURCE_DATE_EPOCH");
  write_file(folder + name + ".ledger.zst", pack_file(bytes_of_file(path)));
  Ledger ledger = open_or_die(path, Ledger::Mode::read);
  write_file(folder + name + ".txt", reports_of(ledger));
}

TEST(KeptLedgers, SayWhatTheySaid) {
  keep(fmt::format("version-{}", ledger_schema::version));
  std::int64_t seen = 0;
  for (std::int64_t version = 1; version <= ledger_schema::version; ++version) {
    std::string name = fmt::format("version-{}", version);
    TemporaryFolder temporary;
    std::string path = temporary.file("a.ledger");
    write_file(path, unpack_file(bytes_of_file(folder + name + ".ledger.zst")));
    {
      Ledger ledger = open_or_die(path, Ledger::Mode::read);
      EXPECT_EQ(faults_of(ledger), std::vector<std::string>()) << name;
      EXPECT_EQ(reports_of(ledger), bytes_of_file(folder + name + ".txt")) << name;
    }
    // It can be added to.
    Ledger ledger = open_or_die(path, Ledger::Mode::write);
    Entry entry = small_entry(small_report("Eleven dead.", "https://a.example/1"));
    auto added = ledger.add({&entry, 1});
    ASSERT_TRUE(added) << added.error().text();
    EXPECT_EQ(added->at(0).what, AddOutcome::What::new_version);
    EXPECT_EQ(faults_of(ledger), std::vector<std::string>()) << name;
    ++seen;
  }
  EXPECT_GT(seen, 0);
}

}  // namespace
}  // namespace sitrep
