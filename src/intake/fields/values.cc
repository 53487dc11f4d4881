// Values of fields as metadata: dates, names, addresses, languages.
#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/limits.h"
#include "intake/fields/fields.h"
#include "intake/plain/dates.h"
#include "intake/plain/names.h"
#include "intake/plain/scan.h"
#include "text/utf8.h"

namespace sitrep::fields {

namespace {

bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }

// Seconds since 1970 from 1973 to 2100, or milliseconds.
std::optional<DateTime> clock_date(std::string_view digits) {
  if (digits.empty() || digits.size() > 13 ||
      digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  std::int64_t value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  if (digits.size() > 10) value /= 1000;
  if (value < 100'000'000 || value > 4'102'444'800) return std::nullopt;
  return DateTime{Date::from_days(static_cast<std::int32_t>(value / 86400)), static_cast<int>(value % 86400),
                  0};
}

}  // namespace

std::string value_of(std::string_view text) {
  std::string out = plain::one_line(text.substr(0, limits::text_bytes_max));
  if (out.size() > limits::metadata_value_bytes_max) {
    std::size_t end = limits::metadata_value_bytes_max;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
    out.resize(end);
  }
  return out;
}

std::optional<std::string> address_of(std::string_view text) {
  std::string value = value_of(text);
  std::string scheme = lower(value.substr(0, 8));
  bool web = scheme.starts_with("http://") || scheme.starts_with("https://");
  if (!web || value.find(' ') != std::string::npos) return std::nullopt;
  return value;
}

std::optional<DateTime> date_of(std::string_view text) {
  if (text.size() > 200) return std::nullopt;
  text = plain::trimmed(text);
  if (auto date = DateTime::parse(text)) return date;
  if (auto date = clock_date(text)) return date;
  auto found = plain::date_at(text, 0);
  if (!found || found->end != text.size()) return std::nullopt;
  return plain::complete_time(*found);
}

std::vector<std::string> names_of(std::string_view text) {
  std::string value = value_of(text);
  // RSS wants an address of mail here, and puts the name in brackets behind it.
  std::size_t open = value.find('(');
  if (value.find('@') < open && open != std::string::npos && value.ends_with(')')) {
    value = value.substr(open + 1, value.size() - open - 2);
  }
  if (value.empty()) return {};
  std::vector<plain::Person> people;
  if (auto byline = plain::byline_at(value, 0)) {
    people = std::move(byline->people);
  } else {
    people = plain::people_in(value);
  }
  std::vector<std::string> out;
  for (const plain::Person& person : people) {
    if (!person.agency) out.emplace_back(value.substr(person.span.begin, person.span.size()));
  }
  if (out.empty()) out.push_back(std::move(value));
  return out;
}

std::optional<std::string> language_of(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 21> names = {{
      {"arabic", "ar"},     {"bengali", "bn"},  {"chinese", "zh"}, {"dutch", "nl"},   {"english", "en"},
      {"eng", "en"},        {"french", "fr"},   {"german", "de"},  {"hebrew", "he"},  {"hindi", "hi"},
      {"italian", "it"},    {"japanese", "ja"}, {"korean", "ko"},  {"persian", "fa"}, {"polish", "pl"},
      {"portuguese", "pt"}, {"russian", "ru"},  {"spanish", "es"}, {"swahili", "sw"}, {"turkish", "tr"},
      {"ukrainian", "uk"},
  }};
  std::string tag = lower(plain::trimmed(text.substr(0, 64)));
  for (const auto& [name, code] : names) {
    if (tag == name) return std::string(code);
  }
  std::replace(tag.begin(), tag.end(), '_', '-');
  std::size_t primary = std::min(tag.find('-'), tag.size());
  bool whole = tag.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
  if (!whole || primary < 2 || primary > 3 ||
      !std::all_of(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(primary), is_lower_letter)) {
    return std::nullopt;
  }
  // Regions are written in capitals: "en-GB".
  if (tag.size() == primary + 3) {
    for (std::size_t i = primary + 1; i < tag.size(); ++i) {
      if (is_lower_letter(tag[i])) tag[i] = static_cast<char>(tag[i] - 'a' + 'A');
    }
  }
  return tag;
}

}  // namespace sitrep::fields
