#include "intake/sniff/sniff.h"

#include <gtest/gtest.h>

#include <string>

namespace sitrep {
namespace {

using namespace std::string_literals;

std::string utf16(const std::string& ascii, const std::string& mark) {
  std::string out = mark;
  for (char c : ascii) out += mark == "\xFE\xFF" ? "\0"s + c : c + "\0"s;
  return out;
}

std::string told(const std::string& head) {
  Sniffed sniffed = sniff(head);
  switch (sniffed.container) {
    case Container::text:
      return "text";
    case Container::html:
      return "html";
    case Container::json:
      return "json";
    case Container::json_feed:
      return "json_feed";
    case Container::feed:
      return "feed";
    case Container::warc:
      return "warc";
    case Container::unreadable:
      break;
  }
  EXPECT_FALSE(sniffed.hint.empty());
  return std::string(sniffed.what);
}

TEST(Sniff, Table) {
  const struct {
    std::string head;
    std::string want;
  } rows[] = {
      {"KALMAR (Northwire) - Nine dead.", "text"},
      {"", "empty"},
      {" \n\t ", "blank"},
      {"[Photo: Ida Holm] Nine dead.", "text"},
      {"{curly} is how he spoke", "text"},
      {"5 < 6, and <html> is a tag", "html"},
      {"<3 is a heart", "text"},
      {"\x1B$B$3$s\x1B(B", "text"},
      {"caf\xE9 \x93quoted\x94", "text"},
      {utf16("Nine dead.", "\xFF\xFE"), "text"},
      {utf16("Nine dead in Kalmar, the mayor said.", ""), "text"},

      {"<!DOCTYPE html><title>x</title>", "html"},
      {"\xEF\xBB\xBF\r\n  <!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", "html"},
      {"<HTML><BODY>", "html"},
      {"<!-- saved --><p class=x>Nine dead", "html"},
      {"<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\" \"y\"><html xmlns=\"z\">", "html"},
      {"<br/>x", "html"},
      {utf16("<html>", "\xFE\xFF"), "html"},
      {"saved from x\n<html><body>", "html"},

      {"{\"text\":\"x\"}", "json"},
      {"\xEF\xBB\xBF{ }", "json"},
      {" [ {\"text\":1}]", "json"},
      {"[]", "json"},
      {"[1, 2]", "text"},
      {"{\n  \"version\": \"https://jsonfeed.org/version/1.1\",", "json_feed"},
      {utf16("{\"text\":\"x\"}", "\xFF\xFE"), "JSON in UTF-16"},

      {"<rss version=\"2.0\">", "feed"},
      {"<?xml version=\"1.0\"?>\n<!-- made by x --><?xml-stylesheet href='a?b'?><rss>", "feed"},
      {"<feed xmlns=\"http://www.w3.org/2005/Atom\">", "feed"},
      {"<atom:feed xmlns:atom=\"http://www.w3.org/2005/Atom\">", "feed"},
      {"<rdf:RDF xmlns:rdf=\"r\" xmlns=\"http://purl.org/rss/1.0/\">", "feed"},
      {"<!DOCTYPE rss [<!ENTITY a \"<b>\">]><rss>", "feed"},
      {utf16("<?xml version='1.0'?><rss>", "\xFF\xFE"), "feed"},
      {"<rdf:RDF xmlns:rdf=\"r\">", "text"},
      {"<?xml version='1.0'?><rdf:RDF xmlns:rdf=\"r\">", "XML of an unknown kind"},
      {"<?xml version='1.0'?><newsItem guid='x'>", "NewsML or NITF"},
      {"<nitf>", "NewsML or NITF"},

      {"WARC/1.0\r\nWARC-Type: response", "warc"},

      {"%PDF-1.7", "a PDF file"},
      {"{\\rtf1 x}", "an RTF document"},
      {"PK\x03\x04rest", "a zip archive or Office document"},
      {"\x89PNG\r\n\x1A\n", "a PNG image"},
      {"\xFF\xD8\xFF\xE0", "a JPEG image"},
      {"SQLite format 3\0"s, "a database"},
      {std::string(257, 'a') + "ustar", "a tar archive"},
      {"\x01\x02\x03\x04 abc", "no text but binary data"},
      {std::string(50, '\0') + "abc", "no text but binary data"},
      {"Nine dead.\0Nobody else was hurt."s, "text"},
  };
  for (const auto& row : rows) EXPECT_EQ(told(row.head), row.want) << row.head;
}

}  // namespace
}  // namespace sitrep
