#include "intake/source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/limits.h"
#include "intake/fetch/loopback_server_for_tests.h"
#include "intake/report_dump_for_tests.h"
#include "intake/stream/packed_for_tests.h"

namespace sitrep {
namespace {

const std::string line = R"({"text":"Nine people died.","date":"2031-05-04"})";

TEST(Source, PackedOrPlainTheReportsAreTheSame) {
  const std::string page = "<!DOCTYPE html><html><body><p>Nine people died in Kalmar.</p></body></html>";
  const std::string warc =
      "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 17\r\n\r\nNine people "
      "died."
      "\r\n\r\n";
  for (const std::string& bytes : {line + "\n" + line, page, warc + warc, std::string("Nine people died.")}) {
    std::string plain = bytes_dump(bytes);
    EXPECT_EQ(plain.find("ERR"), std::string::npos) << plain;
    EXPECT_EQ(bytes_dump(gzipped(bytes)), plain);
    EXPECT_EQ(bytes_dump(zstd_packed(bytes)), plain);
    EXPECT_EQ(bytes_dump(gzipped(zstd_packed(bytes))), plain);
    EXPECT_EQ(bytes_dump(gzipped(bytes.substr(0, 9)) + gzipped(bytes.substr(9))), plain);
  }
}

TEST(Source, PackedTooOftenIsNoReport) {
  std::string bytes = line;
  for (int i = 0; i < 5; ++i) bytes = gzipped(bytes);
  EXPECT_EQ(bytes_dump(bytes).substr(0, 20), "ERR not_a_report in:");
}

TEST(Source, WhatCameBeforeDamageStays) {
  std::string bytes;
  for (int i = 0; i < 3; ++i) bytes += gzipped(line + "\n");
  std::string first_two = bytes_dump(line + "\n" + line);
  EXPECT_EQ(bytes_dump(bytes.substr(0, bytes.size() - 9)),
            first_two + "\nin#3" + first_two.substr(4, first_two.find('\n') - 4) +
                "\nERR malformed in: the gzip data ends before its end");
  EXPECT_EQ(bytes_dump(gzipped("Nine people died.").substr(0, 20)),
            "ERR malformed in: the gzip data ends before its end");
}

TEST(Source, BombsAndLongReportsAreBounded) {
  std::string bomb = gzipped(std::string(40U << 20, 'a'));
  EXPECT_EQ(bytes_dump(bomb), "ERR over_limit in: one report of more than 16 MB");
  std::string lines = gzipped(line + "\n" + std::string(40U << 20, ' '));
  EXPECT_EQ(bytes_dump(lines).find("ERR over_limit"), bytes_dump(line).size() + 1);
}

TEST(Source, NamesThatCannotBeOpened) {
  const struct {
    std::string name;
    ErrorCode code;
  } rows[] = {
      {"/no/such/file", ErrorCode::not_found},
      {"/", ErrorCode::cannot_read},
      {"ftp://a.example/x", ErrorCode::refused_address},
      {"http://127.0.0.1:1/", ErrorCode::refused_address},
  };
  for (const auto& row : rows) {
    auto source = open_source(row.name, {});
    ASSERT_FALSE(source.has_value()) << row.name;
    EXPECT_EQ(source.error().code, row.code);
    EXPECT_EQ(source.error().where, row.name);
  }
}

TEST(Source, AFetchedPageKnowsItsAddressAndCharset) {
  LoopbackServer server([](const std::string& path) {
    std::string body = path == "/lines" ? line + "\n" : "Nine died, the m\xE9 said.";
    return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/plain; charset=windows-1251\r\n\r\n" +
           body;
  });
  SourceOptions options;
  options.allow_private_addresses = true;
  auto source = open_source(server.at("/text"), options);
  ASSERT_TRUE(source.has_value()) << source.error().text();
  EXPECT_EQ(source_dump(**source), server.at("/text") + " body[Nine died, the mй said.] | uri=" +
                                       server.at("/text") + " language=en no_date");
  auto many = open_source(server.at("/lines"), options);
  ASSERT_TRUE(many.has_value());
  EXPECT_EQ(source_dump(**many).find("uri="), std::string::npos);
}

// Every report of the examples is read, and every character of its text leads back to its bytes.
TEST(Examples, EveryCharacterLeadsBack) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(SITREP_SOURCE_DIR "/examples")) {
    if (entry.is_regular_file() && entry.path().filename() != "README.md") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  ASSERT_GE(paths.size(), 30U);
  for (const std::string& path : paths) {
    auto source = open_source(path, {});
    ASSERT_TRUE(source.has_value()) << path;
    std::string dump = source_dump(**source);
    EXPECT_NE(dump, "") << path;
    EXPECT_EQ(dump.find("ERR"), std::string::npos) << dump;
    EXPECT_EQ((*source)->bytes_read(), std::filesystem::file_size(path)) << path;
  }
}

}  // namespace
}  // namespace sitrep
