// Several programs at one ledger, crashes, full disks and folders that cannot be written.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <functional>
#include <thread>

#include "ledger/testing.h"

namespace sitrep {
namespace {

// Runs `work` in a process of its own; its answer is the exit status.
pid_t begin_process(const std::function<int()>& work) {
  pid_t child = fork();
  if (child == 0) _exit(work());
  return child;
}

int end_of(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

// Whether it failed as it should; else what it says is shown.
template <class T>
bool fails_with(const Result<T>& result, ErrorCode code) {
  if (!result && result.error().code == code) return true;
  std::fprintf(stderr, "%s\n", result ? "it did not fail" : result.error().text().c_str());
  return false;
}

template <class T>
bool succeeds(const Result<T>& result) {
  if (!result) std::fprintf(stderr, "%s\n", result.error().text().c_str());
  return result.has_value();
}

std::vector<Entry> numbered(int first, int count) {
  std::vector<Entry> entries;
  for (int i = first; i < first + count; ++i) {
    entries.push_back(small_entry(small_report("Dispatch " + std::to_string(i))));
  }
  return entries;
}

class SharingTest : public ::testing::Test {
 protected:
  std::size_t reports() {
    Ledger ledger = open_or_die(path_, Ledger::Mode::read);
    EXPECT_EQ(faults_of(ledger), std::vector<std::string>());
    return ids_of(ledger).size();
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.file("a.ledger");
};

TEST_F(SharingTest, ProcessesMakeAndFillOneLedger) {
  std::vector<pid_t> children;
  for (int writer = 0; writer < 3; ++writer) {
    children.push_back(begin_process([&] {
      auto ledger = Ledger::open(path_, Ledger::Mode::write);
      if (!succeeds(ledger)) return 1;
      for (int batch = 0; batch < 8; ++batch) {
        // Half of each batch is another writer's too.
        auto added = ledger->add(numbered(writer * 40 + batch * 10, 20));
        if (!succeeds(added)) return 2;
      }
      return 0;
    }));
  }
  children.push_back(begin_process([&] {
    std::size_t seen = 0;
    for (int i = 0; i < 60; ++i) {
      auto ledger = Ledger::open(path_, Ledger::Mode::read);
      if (!ledger && ledger.error().code == ErrorCode::not_found) continue;
      if (!succeeds(ledger)) return 1;
      std::size_t count = 0;
      if (!ledger->list_claims({}, [&](const ClaimRow&) { return ++count > 0; })) return 2;
      if (count < seen) return 3;
      seen = count;
    }
    return 0;
  }));
  for (pid_t child : children) EXPECT_EQ(end_of(child), 0);
  EXPECT_EQ(reports(), 170U);
}

TEST_F(SharingTest, ThreadsWithALedgerEach) {
  std::atomic<int> failures = 0;
  std::vector<std::thread> threads;
  for (int writer = 0; writer < 2; ++writer) {
    threads.emplace_back([&, writer] {
      Ledger ledger = open_or_die(path_, Ledger::Mode::write);
      for (int batch = 0; batch < 10; ++batch) {
        if (!ledger.add(numbered(writer * 1000 + batch * 20, 20))) ++failures;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(reports(), 400U);
}

// Whatever the moment: what `add` returned for is there, and all of it holds together.
TEST_F(SharingTest, KilledWriterLosesNothingAcknowledged) {
  int next = 0;
  for (int round = 0; round < 12; ++round) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    pid_t child = begin_process([&] {
      auto ledger = Ledger::open(path_, Ledger::Mode::write);
      if (!ledger) return 1;
      for (int i = next;; i += 5) {
        if (!ledger->add(numbered(i, 5))) return 2;
        if (write(ends[1], &i, sizeof i) != sizeof i) return 3;
      }
    });
    close(ends[1]);
    int acknowledged = -1;
    int last = -1;
    for (int i = 0; i < round + 1 && read(ends[0], &acknowledged, sizeof acknowledged) > 0; ++i)
      last = acknowledged;
    usleep(static_cast<useconds_t>(round * 700));
    kill(child, SIGKILL);
    EXPECT_EQ(end_of(child), 1000 + SIGKILL);
    while (read(ends[0], &acknowledged, sizeof acknowledged) > 0) last = acknowledged;
    close(ends[0]);
    ASSERT_GE(last, next);
    next = last + 5;
    Ledger ledger = open_or_die(path_, Ledger::Mode::read);
    for (const Entry& entry : numbered(0, next)) {
      ASSERT_TRUE(ledger.report(entry.report_id)) << "round " << round << ": " << entry.report_id;
    }
    if (round % 4 == 3) {
      EXPECT_EQ(faults_of(ledger), std::vector<std::string>());
    }
  }
}

TEST_F(SharingTest, FullDiskIsAnErrorAndTheLedgerStays) {
  ASSERT_TRUE(open_or_die(path_, Ledger::Mode::write).add(numbered(0, 50)));
  std::size_t before = reports();
  // A limit on the size of files stands for a disk that runs full.
  for (rlim_t room : {0, 30'000, 100'000, 300'000}) {
    pid_t child = begin_process([&] {
      std::signal(SIGXFSZ, SIG_IGN);
      rlim_t most = std::filesystem::file_size(path_) + room;
      rlimit limit{most, most};
      if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 1;
      auto ledger = Ledger::open(path_, Ledger::Mode::write);
      if (!ledger) return ledger.error().code == ErrorCode::cannot_write ? 0 : 2;
      for (int i = 0; i < 200; ++i) {
        auto added = ledger->add(numbered(1000 + i * 100, 100));
        if (added) continue;
        if (added.error().code != ErrorCode::cannot_write || added.error().message.empty()) return 3;
        // Nothing of the batch is there, and the ledger still answers.
        if (ledger->report(numbered(1000 + i * 100, 1)[0].report_id)) return 4;
        return ids_of(*ledger).size() >= before ? 0 : 5;
      }
      return 6;  // it never ran full
    });
    EXPECT_EQ(end_of(child), 0) << room;
    EXPECT_GE(reports(), before);
    before = reports();
  }
  ASSERT_TRUE(open_or_die(path_, Ledger::Mode::write).add(numbered(500, 10)));
  EXPECT_EQ(reports(), before + 10);
}

class ReadOnlyTest : public SharingTest {
 protected:
  // Root may write anywhere: give that up, in a process of its own.
  int without_rights(const std::function<int()>& work) {
    return end_of(begin_process([&] {
      if (getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) return 99;
      return work();
    }));
  }
  void set_rights(mode_t folder, mode_t files) {
    for (const auto& file : std::filesystem::directory_iterator(folder_.path())) {
      ASSERT_EQ(chmod(file.path().c_str(), files), 0);
    }
    ASSERT_EQ(chmod(folder_.path().c_str(), folder), 0);
  }
  void TearDown() override { set_rights(0700, 0600); }
};

TEST_F(ReadOnlyTest, FolderThatCannotBeWritten) {
  std::string all;
  {
    Ledger ledger = open_or_die(path_, Ledger::Mode::write);
    ASSERT_TRUE(ledger.add(invented_entries(20)));
    all = all_of(ledger);
  }
  set_rights(0555, 0444);
  EXPECT_EQ(without_rights([&] {
              auto ledger = Ledger::open(path_, Ledger::Mode::read);
              if (!succeeds(ledger)) return 1;
              if (all_of(*ledger) != all) return 2;
              if (!faults_of(*ledger).empty()) return 3;
              auto writer = Ledger::open(path_, Ledger::Mode::write);
              if (!fails_with(writer, ErrorCode::cannot_write)) return 4;
              auto other = Ledger::open(folder_.file("new.ledger"), Ledger::Mode::write);
              return fails_with(other, ErrorCode::cannot_write) ? 0 : 5;
            }),
            0);
  // The file can be written, its folder cannot.
  set_rights(0555, 0666);
  EXPECT_EQ(without_rights([&] {
              auto ledger = Ledger::open(path_, Ledger::Mode::read);
              if (!succeeds(ledger) || all_of(*ledger) != all) return 1;
              auto writer = Ledger::open(path_, Ledger::Mode::write);
              return fails_with(writer, ErrorCode::cannot_write) ? 0 : 2;
            }),
            0);
}

TEST_F(ReadOnlyTest, FolderMadeReadOnlyAfterACrash) {
  pid_t child = begin_process([&] {
    auto ledger = Ledger::open(path_, Ledger::Mode::write);
    if (!ledger || !ledger->add(numbered(0, 5))) return 1;
    return kill(getpid(), SIGKILL);
  });
  ASSERT_EQ(end_of(child), 1000 + SIGKILL);
  std::filesystem::remove(path_ + "-shm");
  set_rights(0555, 0444);
  // To show the ledger without what stands in its log would be to lose reports silently.
  EXPECT_EQ(without_rights([&] {
              auto ledger = Ledger::open(path_, Ledger::Mode::read);
              return fails_with(ledger, ErrorCode::cannot_read) && !ledger.error().hint.empty() ? 0 : 1;
            }),
            0);
  set_rights(0755, 0644);
  EXPECT_EQ(reports(), 5U);
}

TEST_F(ReadOnlyTest, FileThatCannotBeRead) {
  ASSERT_TRUE(open_or_die(path_, Ledger::Mode::write).add(numbered(0, 5)));
  set_rights(0755, 0000);
  EXPECT_EQ(without_rights([&] {
              auto ledger = Ledger::open(path_, Ledger::Mode::read);
              return fails_with(ledger, ErrorCode::cannot_read) ? 0 : 1;
            }),
            0);
}

}  // namespace
}  // namespace sitrep
