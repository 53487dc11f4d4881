// Profiles as text, both those built in and a user's own.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/lines.h"
#include "base/near_names.h"
#include "events/profile.h"

namespace sitrep {

namespace embedded {  // data/profiles/
extern const std::string_view profile_acled_lowest;
extern const std::string_view profile_all;
extern const std::string_view profile_latest;
extern const std::string_view profile_most_independent;
extern const std::string_view profile_official_first;
extern const std::string_view profile_ucdp;
}  // namespace embedded

namespace {

constexpr std::size_t bytes_max = 64U << 10;

template <class Rule>
struct Named {
  std::string_view name;
  Rule rule;
};
constexpr Named<CountRule> count_rules[] = {{"none", CountRule::none},
                                            {"lowest", CountRule::lowest},
                                            {"highest", CountRule::highest},
                                            {"latest", CountRule::latest},
                                            {"most-independent", CountRule::most_independent},
                                            {"official-first", CountRule::official_first}};
constexpr Named<ValueRule> value_rules[] = {{"most-precise", ValueRule::most_precise},
                                            {"most-told", ValueRule::most_told},
                                            {"latest", ValueRule::latest},
                                            {"first", ValueRule::first}};
constexpr Named<bool> ranges[] = {{"all", true}, {"chosen", false}};
constexpr Named<bool> missings[] = {{"none", false}, {"zero", true}};
constexpr std::string_view keys[] = {"about", "count",  "missing", "name", "place",
                                     "range", "source", "time",    "type", "vague"};

std::string_view trimmed(std::string_view text) {
  auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

class ProfileParser {
 public:
  explicit ProfileParser(const std::string& name) : name_(name) {}

  Result<Profile> parse(std::string_view text) {
    if (text.size() > bytes_max) {
      return fail(ErrorCode::over_limit, fmt::format("a profile of more than {} bytes", bytes_max), name_);
    }
    while (!text.empty()) {
      std::string_view line = trimmed(cut(text, '\n'));
      ++line_;
      if (line.empty() || line.front() == '#') continue;
      if (auto done = take(line); !done) return fail(done);
    }
    line_ = 0;
    if (profile_.name.empty()) return wrong("it has no name", "begin with a line such as `name: my-rule`");
    return std::move(profile_);
  }

 private:
  tl::unexpected<Error> wrong(std::string message, std::string hint = {}) const {
    std::string where = line_ == 0 ? name_ : fmt::format("{}:{}", name_, line_);
    return fail(ErrorCode::malformed, std::move(message), std::move(where), std::move(hint));
  }

  Done take(std::string_view line) {
    std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return wrong("a line is `key: value`");
    std::string_view key = trimmed(line.substr(0, colon));
    std::string_view value = trimmed(line.substr(colon + 1));
    if (value.empty()) return wrong(fmt::format("{} has no value", key));
    if (key.starts_with("vague ")) return take_vague(trimmed(key.substr(6)), value);
    if (key == "name") return text(profile_.name, value);
    if (key == "about") return text(profile_.about, value);
    if (key == "source") return text(profile_.source, value);
    if (key == "count") return choose(count_rules, value, profile_.count);
    if (key == "range") return choose(ranges, value, profile_.range_of_all);
    if (key == "time") return choose(value_rules, value, profile_.time);
    if (key == "place") return choose(value_rules, value, profile_.place);
    if (key == "type") return choose(value_rules, value, profile_.type);
    if (key == "missing") return choose(missings, value, profile_.missing_is_zero);
    return wrong(fmt::format("no such key: {}", key), did_you_mean(key, keys));
  }

  static Done text(std::string& target, std::string_view value) {
    target = value;
    return {};
  }

  template <class Rule, std::size_t N>
  Done choose(const Named<Rule> (&rules)[N], std::string_view value, Rule& target) const {
    std::vector<std::string_view> names;
    for (const Named<Rule>& each : rules) {
      names.push_back(each.name);
      if (each.name != value) continue;
      target = each.rule;
      return {};
    }
    std::string hint = did_you_mean(value, names);
    if (hint.empty()) hint = fmt::format("one of {}", fmt::join(names, ", "));
    return wrong(fmt::format("no such rule: {}", value), hint);
  }

  Done take_vague(std::string_view word, std::string_view value) {
    VagueWord vague{std::string(word), 0, 0};
    std::size_t space = value.find(' ');
    auto number = [](std::string_view digits, std::int64_t& into) {
      auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), into);
      return error == std::errc() && end == digits.data() + digits.size() && into >= 0;
    };
    bool good = space != std::string_view::npos && number(value.substr(0, space), vague.low) &&
                number(trimmed(value.substr(space)), vague.high) && vague.low <= vague.high;
    if (!good)
      return wrong(fmt::format("vague {} wants its lowest and highest number", word), "vague dozens: 24 96");
    profile_.vague.push_back(std::move(vague));
    return {};
  }

  const std::string& name_;
  Profile profile_;
  std::size_t line_ = 0;
};

}  // namespace

Result<Profile> parse_profile(std::string_view text, const std::string& name) {
  return ProfileParser(name).parse(text);
}

std::span<const Profile> standard_profiles() {
  static const std::vector<Profile> profiles = [] {
    std::vector<Profile> made;
    for (std::string_view text :
         {embedded::profile_acled_lowest, embedded::profile_all, embedded::profile_latest,
          embedded::profile_most_independent, embedded::profile_official_first, embedded::profile_ucdp}) {
      made.push_back(parse_profile(text, "data/profiles").value());  // a test reads each
    }
    return made;
  }();
  return profiles;
}

const Profile* find_profile(std::string_view name) {
  for (const Profile& profile : standard_profiles()) {
    if (profile.name == name) return &profile;
  }
  return nullptr;
}

}  // namespace sitrep
