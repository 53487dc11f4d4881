// The text of pages' articles, for the kit `article`: what bench/predict and bench/html_speed run.
//
//   article_text INPUT.jsonl              a line {"id", "text"} for each line {"id", "url", "html"}
//   article_text --seconds 5 INPUT.jsonl  all pages held unpacked in memory, read over and over for
//                                         that long (of processor time) by one thread; prints pages and
//                                         bytes a second
//
// `html` is the path of a page, gzip or plain, from INPUT's folder or as named. Nothing else of a line
// is looked at. A page that cannot be read gives an empty text, and a word on stderr.
#include <fmt/format.h>
#include <zlib.h>

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "intake/html/html.h"

namespace {

using namespace sitrep;

struct Page {
  std::string id;
  std::string url;
  std::string html;
};

// zlib passes files through that are not gzip.
std::optional<std::string> unpacked(const std::filesystem::path& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return std::nullopt;
  std::string out;
  std::vector<char> buffer(1U << 16);
  int read = 0;
  while ((read = gzread(file, buffer.data(), static_cast<unsigned>(buffer.size()))) > 0) {
    out.append(buffer.data(), static_cast<std::size_t>(read));
  }
  gzclose(file);
  if (read < 0) return std::nullopt;
  return out;
}

std::vector<Page> read_pages(const std::filesystem::path& input) {
  std::ifstream lines(input);
  std::vector<Page> pages;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    auto row = nlohmann::json::parse(line);
    std::filesystem::path path = row.at("html").get<std::string>();
    std::filesystem::path beside = input.parent_path() / path;
    std::optional<std::string> html = unpacked(std::filesystem::exists(beside) ? beside : path);
    if (!html) fmt::print(stderr, "article_text: cannot read {}\n", path.string());
    pages.push_back({row.at("id").get<std::string>(), row.value("url", ""), html.value_or("")});
  }
  return pages;
}

RawReport raw_report(const Page& page) {
  RawReport raw;
  raw.bytes = page.html;
  raw.format = ReportFormat::html;
  if (!page.url.empty()) raw.hints.uri = page.url;
  return raw;
}

// The body as the kit marks it: no headline, byline, captions.
std::string body_of(const Page& page) {
  Result<DocumentContent> content = read_html_page(raw_report(page), {});
  if (!content) {
    fmt::print(stderr, "article_text: {}: {}\n", page.id, content.error().message);
    return {};
  }
  std::string body;
  for (const Part& part : content->parts) {
    if (part.kind != PartKind::body && part.kind != PartKind::quote && part.kind != PartKind::crosshead) {
      continue;
    }
    if (!body.empty()) body += '\n';
    body += content->text.substr(part.span.begin, part.span.size());
  }
  return body;
}

void measure(const std::vector<Page>& pages, double seconds) {
  std::size_t read = 0;
  std::size_t bytes = 0;
  std::size_t kept = 0;
  std::clock_t start = std::clock();
  double passed = 0;
  do {
    for (const Page& page : pages) {
      Result<DocumentContent> content = read_html_page(raw_report(page), {});
      kept += content ? content->text.size() : 0;
      bytes += page.html.size();
      ++read;
    }
    passed = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  } while (passed < seconds);
  fmt::print("{{\"pages_per_second\": {:.1f}, \"megabytes_per_second\": {:.1f}, \"text_bytes\": {}}}\n",
             static_cast<double>(read) / passed, static_cast<double>(bytes) / passed / 1e6, kept);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  bool timed = args.size() == 3 && args[0] == "--seconds";
  if (args.size() != 1 && !timed) {
    fmt::print(stderr, "usage: article_text [--seconds N] INPUT.jsonl\n");
    return 2;
  }
  try {
    std::vector<Page> pages = read_pages(args.back());
    if (timed) {
      measure(pages, std::stod(args[1]));
      return 0;
    }
    for (const Page& page : pages) {
      std::cout << nlohmann::json{{"id", page.id}, {"text", body_of(page)}}.dump() << '\n';
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "article_text: {}\n", error.what());
    return 2;
  }
  return 0;
}
