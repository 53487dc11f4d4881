#include <gtest/gtest.h>

#include <string>

#include "base/limits.h"
#include "intake/stream/packed_for_tests.h"
#include "intake/warc/headers.h"
#include "intake/warc/http_message.h"
#include "intake/warc/warc_source.h"

namespace sitrep {
namespace {

using namespace warc;

std::string response_dump(const std::string& message) {
  auto response = read_http_response(message);
  if (!response) return std::string(wire_name(response.error().code));
  return std::to_string(response->status) + " " + response->media_type + " " + response->charset + "<" +
         response->body + ">";
}

TEST(HttpResponse, Table) {
  const std::string ok = "HTTP/1.1 200 OK\r\n";
  const std::string page = "<p>Nine dead</p>";
  const std::string packed = gzipped(page);
  const std::string brotli = "\x8B\x07\x80" + page + "\x03";
  const struct {
    std::string message;
    std::string want;
  } rows[] = {
      {ok + "Content-Type: Text/HTML; charset=\"utf-8\"\r\n\r\n" + page, "200 text/html utf-8<" + page + ">"},
      {"HTTP/1.0 404 Not Found\nContent-Type: text/html;charset=x;y=z\n\nno", "404 text/html x<no>"},
      {"HTTP/2 200\r\n\r\nx", "200  <x>"},
      {ok + "X: a\r\n  goes on\r\ncontent-type: text/plain\r\n\r\nx", "200 text/plain <x>"},
      {ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nNine \r\n4;x=y\r\ndead\r\n0\r\n\r\n", "200  <Nine dead>"},
      {ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nNine \r\n40\r\ncut", "200  <Nine cut>"},
      {ok + "Transfer-Encoding: chunked\r\n\r\nffffffffff\r\nNine", "200  <ffffffffff\r\nNine>"},
      // Writers that undo a coding and keep its header.
      {ok + "Transfer-Encoding: chunked\r\n\r\n" + page, "200  <" + page + ">"},
      {ok + "Content-Encoding: gzip\r\n\r\n" + page, "200  <" + page + ">"},
      {ok + "Content-Encoding: gzip\r\n\r\n" + packed, "200  <" + page + ">"},
      {ok + "Content-Encoding: gzip, gzip\r\n\r\n" + gzipped(packed), "200  <" + page + ">"},
      {ok + "Content-Encoding: x-gzip\r\n\r\n" + packed.substr(0, packed.size() - 5), "200  <" + page + ">"},
      {ok + "Content-Encoding: gzip\r\n\r\n" + packed.substr(0, 10), "malformed"},
      {ok + "Content-Encoding: deflate\r\n\r\n" + page, "200  <" + page + ">"},
      {ok + "Content-Encoding: br\r\n\r\n" + page, "200  <" + page + ">"},
      {ok + "Content-Encoding: br\r\n\r\n" + brotli, "200  <" + page + ">"},
      {ok + "Content-Encoding: br\r\n\r\n" + brotli.substr(0, 12), "200  <<p>Nine d>"},
      {ok + "Content-Encoding: compress\r\n\r\n" + page, "not_a_report"},
      {ok + "Content-Encoding: gzip\r\n\r\n" + gzipped(std::string(limits::report_bytes_max + 1, 'x')),
       "over_limit"},
      {ok + "Content-Type: text/html", "200 text/html <>"},
      {"", "malformed"},
      {"GET / HTTP/1.1\r\n\r\n", "malformed"},
      {"HTTP/1.1 2x0 OK\r\n\r\n", "malformed"},
      {ok + "X: " + std::string(limits::header_bytes_max, 'x') + "\r\n\r\n", "over_limit"},
  };
  for (const auto& row : rows) EXPECT_EQ(response_dump(row.message), row.want) << row.message.substr(0, 80);
}

TEST(Headers, Numbers) {
  EXPECT_EQ(number_of("0"), 0U);
  EXPECT_EQ(number_of("1610"), 1610U);
  for (const char* bad : {"", "-1", " 1", "1 ", "0x10", "9999999999999999999"})
    EXPECT_FALSE(number_of(bad)) << bad;
}

std::string record(const std::string& headers, const std::string& block) {
  return "WARC/1.0\r\n" + headers + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block +
         "\r\n\r\n";
}

std::string page_record(const std::string& body) {
  return record(
      "WARC-Type: response\r\nWARC-Target-URI: <https://a.example/1>\r\nWARC-Date: 2031-05-10T02:00:00Z\r\n"
      "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Payload-Digest: sha1:X\r\n"
      "Content-Type: application/http;msgtype=response\r\n",
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=latin1\r\n\r\n" + body);
}

std::string cuts(const std::string& bytes) {
  auto source = open_warc(std::make_unique<ByteReader>(open_memory(bytes)), "in");
  std::string out;
  while (auto raw = source->next()) {
    if (!*raw) {
      out += "[" + std::string(wire_name(raw->error().code)) + " " + raw->error().where + "]";
      continue;
    }
    out += (*raw)->provenance.path + ((*raw)->format == ReportFormat::html ? " html<" : " text<") +
           (*raw)->bytes + ">";
  }
  return out;
}

TEST(WarcSource, Table) {
  const std::string info =
      record("WARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n", "software: x");
  const std::string html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x";
  auto response = [](const std::string& block) {
    return record("WARC-Type: response\r\nContent-Type: application/http\r\n", block);
  };
  const struct {
    std::string bytes;
    std::string want;
  } rows[] = {
      {info + page_record("a") + page_record("b"), "in#2 html<a>in#3 html<b>"},
      {record("WARC-Type: request\r\nContent-Type: application/http\r\n", "GET / HTTP/1.1\r\n\r\n"), ""},
      {record("WARC-Type: revisit\r\nContent-Type: application/http\r\n", html), ""},
      {record("WARC-Type: conversion\r\nContent-Type: text/plain\r\n", "Nine dead"), "in#1 text<Nine dead>"},
      {record("WARC-Type: resource\r\nContent-Type: text/html\r\n", "<p>x"), "in#1 html<<p>x>"},
      {record("WARC-Type: resource\r\nContent-Type: text/dns\r\n", "x"), ""},
      {record("WARC-Type: resource\r\nWARC-Target-URI: https://a.example/robots.txt\r\nContent-Type: "
              "text/plain\r\n",
              "Disallow: /"),
       ""},
      {response("HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\nx"), ""},
      {response("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"), ""},
      {response("HTTP/1.1 200 OK\r\n\r\n<!doctype html><html>x"), "in#1 html<<!doctype html><html>x>"},
      {response("nothing of HTTP") + response(html), "[malformed in#1]in#2 html<<p>x>"},
      // Lengths that are wrong: the next record is found again.
      {"WARC/1.0\r\nWARC-Type: response\r\n\r\nabc\r\n\r\n" + response(html),
       "[malformed in#1]in#2 html<<p>x>"},
      {"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nabc\r\n\r\n" + response(html),
       "[malformed in#1]in#2 html<<p>x>"},
      {"WARC/1.0\r\nContent-Length: -5\r\n\r\nabc", "[malformed in#1]"},
      {"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 1\r\n\r\nabc\r\n\r\n" + response(html),
       "[malformed in#2]in#3 html<<p>x>"},
      {"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 5000000000\r\n\r\nabc\r\n\r\n" + response(html),
       "[malformed in#1]"},
      {page_record("a") + page_record("b").substr(0, page_record("b").size() - 5),
       "in#1 html<a>[malformed in#2]"},
      {page_record("a") + "WARC/1.0\r\nWARC-Type: resp", "in#1 html<a>[malformed in#2]"},
      {page_record("a") + "rubbish\n", "in#1 html<a>[malformed in#2]"},
      {"WARC/1.0\r\nX: " + std::string(limits::header_bytes_max, 'x') + "\r\n\r\n" + response(html),
       "[malformed in#1]in#2 html<<p>x>"},
      {"WARC/1.1\nWARC-Type: resource\nContent-Type: text/plain\nContent-Length: 1\n\nx\n\n", "in#1 text<x>"},
  };
  for (const auto& row : rows) EXPECT_EQ(cuts(row.bytes), row.want) << row.bytes.substr(0, 200);
}

TEST(WarcSource, OverlongRecordsAreErrorsForThemselves) {
  std::string huge = page_record(std::string(limits::report_bytes_max + limits::header_bytes_max, 'x'));
  EXPECT_EQ(cuts(huge + page_record("b")), "[over_limit in#1]in#2 html<b>");
}

TEST(WarcSource, KeepsWhereARecordCameFrom) {
  auto source = open_warc(std::make_unique<ByteReader>(open_memory(page_record("a"))), "in");
  auto raw = source->next();
  ASSERT_TRUE(raw && *raw);
  const Provenance& provenance = (*raw)->provenance;
  EXPECT_EQ(provenance.warc_record, "<urn:uuid:1>");
  EXPECT_EQ(provenance.warc_date, "2031-05-10T02:00:00Z");
  EXPECT_EQ(provenance.warc_digest, "sha1:X");
  EXPECT_EQ(provenance.media_type, "text/html");
  EXPECT_EQ((*raw)->hints.uri, "https://a.example/1");
  EXPECT_EQ((*raw)->declared_charset, "latin1");
  EXPECT_FALSE((*raw)->hints.published);  // the day of the crawl is no day of publication
}

}  // namespace
}  // namespace sitrep
