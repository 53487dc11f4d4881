#include "brief/brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace sitrep {
namespace {

constexpr std::size_t words_max = 400;  // quoted of one claim
constexpr std::size_t digits_of_id = 12;

std::string short_report(const std::string& id) {
  constexpr std::string_view prefix = "sha256:";
  return id.starts_with(prefix) ? id.substr(prefix.size(), digits_of_id) : id.substr(0, digits_of_id);
}

std::string days(const std::optional<Date>& first, const std::optional<Date>& last) {
  if (!first) return "day not known";
  if (!last || *last == *first) return first->iso();
  return first->iso() + " to " + last->iso();
}

std::string range(const Estimate& estimate) {
  std::string out;
  if (estimate.low && estimate.high && *estimate.low != *estimate.high) {
    out = fmt::format("{} to {}", *estimate.low, *estimate.high);
  }
  if (!estimate.best) return out;
  return out.empty() ? fmt::format("{}", *estimate.best) : fmt::format("{} ({})", *estimate.best, out);
}

// White space of a text in one, and not too long.
std::string quoted(std::string_view text, Span span) {
  if (span.end > text.size()) return {};
  std::string out;
  bool blank = false;
  for (char c : text.substr(span.begin, span.size())) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    out += c;
  }
  if (out.size() <= words_max) return out;
  std::size_t end = out.rfind(' ', words_max);
  return out.substr(0, end == std::string::npos ? words_max : end) + " …";
}

std::string counted(const Figure& figure) {
  std::string count = !figure.low ? std::string()
                      : figure.high && *figure.high != *figure.low
                          ? fmt::format("{} to {}", *figure.low, *figure.high)
                          : fmt::format("{}", *figure.low);
  if (figure.qualifier == Qualifier::at_least) count = "at least " + count;
  if (figure.qualifier == Qualifier::about) count = "about " + count;
  if (figure.qualifier == Qualifier::more_than) count = "more than " + count;
  if (figure.qualifier == Qualifier::vague || count.empty()) count = "“" + figure.text + "”";
  return count + " " + std::string(name_of(figure.measure));
}

std::string says(const Claim& claim) {
  std::string out;
  for (const Figure& figure : claim.figures) out += (out.empty() ? "" : ", ") + counted(figure);
  std::string type = claim.event.type;
  std::replace(type.begin(), type.end(), '_', ' ');
  if (claim.status.polarity != Polarity::affirmed) {
    return fmt::format("{} ({})", out.empty() ? type : out, name_of(claim.status.polarity));
  }
  if (claim.status.modality != Modality::actual) {
    return fmt::format("{} ({})", out.empty() ? type : out, name_of(claim.status.modality));
  }
  return out.empty() ? type : out;
}

// As one would order a page by hand: lives, the hurt, how many tell it.
double weight_of(const BriefEvent& event) {
  auto count = [](const Estimate& estimate) {
    return static_cast<double>(estimate.best.value_or(estimate.high.value_or(0)));
  };
  return count(event.row.killed) + count(event.row.injured) / 4 + event.summary.independent;
}

class Maker {
 public:
  explicit Maker(Brief& brief) : brief_(brief) {}

  BriefItem item(const BriefEvent& event) {
    const EventSummary& summary = event.summary;
    BriefItem item;
    item.id = event_name(summary.event);
    std::string type = event.row.type.empty() ? summary.type : event.row.type;
    std::replace(type.begin(), type.end(), '_', ' ');
    if (!type.empty() && type[0] >= 'a' && type[0] <= 'z') type[0] = static_cast<char>(type[0] - 'a' + 'A');
    item.headline = type;
    item.where = summary.place.empty() ? summary.country : summary.place;
    if (!item.where.empty() && !summary.country.empty() && item.where != summary.country) {
      item.where += " (" + summary.country + ")";
    }
    item.day = event.row.earliest ? event.row.earliest : summary.earliest;
    item.when = days(item.day, event.row.latest ? event.row.latest : summary.latest);
    if (!summary.who.empty()) item.parties = summary.who;
    if (!summary.whom.empty())
      item.parties += (item.parties.empty() ? "against " : " against ") + summary.whom;
    item.lat = summary.lat;
    item.lon = summary.lon;
    item.reports = summary.reports;
    item.independent = summary.independent;
    add_accounts(event, item);
    add_figure(event, item, "killed", event.row.killed, Measure::killed);
    add_figure(event, item, "injured", event.row.injured, Measure::injured);
    add_contradictions(event, item);
    add_silences(event, item);
    item.weight = weight_of(event);
    if (brief_.scope.since) {
      item.fresh =
          std::all_of(event.view.tellings.begin(), event.view.tellings.end(), [&](const Telling& telling) {
            return telling.published && telling.published->date > *brief_.scope.since;
          });
    }
    return item;
  }

 private:
  std::uint32_t note(const BriefEvent& event, Said said) {
    const Telling& telling = event.view.tellings[said.telling];
    const Claim& claim = event.view.claim(said);
    auto [known, fresh] = numbers_.try_emplace({telling.report, claim.id}, 0);
    if (!fresh) return known->second;
    BriefNote note;
    note.number = static_cast<std::uint32_t>(brief_.notes.size() + 1);
    note.outlet = telling.outlet.value_or("outlet not known");
    if (telling.published) note.day = telling.published->date.iso();
    note.uri = telling.uri.value_or("");
    note.words = quoted(event.texts[said.telling], claim.evidence);
    note.report = short_report(telling.report);
    note.claim = claim.id;
    brief_.notes.push_back(std::move(note));
    return known->second = brief_.notes.back().number;
  }

  void add_accounts(const BriefEvent& event, BriefItem& item) {
    for (const AccountView& account : event.view.accounts) {
      BriefAccount told;
      told.who = account.who;
      told.revised = account.revised;
      told.denies = account.denies;
      std::string last;
      for (Said said : account.said) {
        const Claim& claim = event.view.claim(said);
        told.notes.push_back(note(event, said));
        std::string says_now = says(claim);
        if (says_now != last) told.says += (told.says.empty() ? "" : "; then ") + says_now;
        last = says_now;
        auto day = said_day(claim, event.view.tellings[said.telling]);
        if (day && told.day.empty()) told.day = day->iso();
      }
      item.accounts.push_back(std::move(told));
    }
  }

  void add_figure(const BriefEvent& event, BriefItem& item, const char* what, const Estimate& estimate,
                  Measure measure) {
    std::string value = range(estimate);
    if (value.empty()) return;
    BriefFigure figure{what, value, "", {}};
    for (const Choice& choice : event.row.choices) {
      if (choice.field != what) continue;
      figure.why = choice.who.empty() ? choice.rule : fmt::format("said by {}: {}", choice.who, choice.rule);
      for (std::size_t i = 0; i < choice.lost.size(); ++i) {
        figure.why +=
            fmt::format("{}{} ({})", i == 0 ? "; lost: " : ", ", choice.lost[i].value, choice.lost[i].who);
      }
    }
    for (const AccountView& account : event.view.accounts) {
      for (Said said : account.said) {
        const auto& figures = event.view.claim(said).figures;
        bool gives = std::any_of(figures.begin(), figures.end(),
                                 [&](const Figure& each) { return each.measure == measure; });
        if (gives) figure.notes.push_back(note(event, said));
      }
    }
    item.figures.push_back(std::move(figure));
  }

  void add_contradictions(const BriefEvent& event, BriefItem& item) {
    std::map<std::string, std::string> by_value;  // killed -> who
    for (const AccountView& account : event.view.accounts) {
      if (account.denies) item.contradictions.push_back(account.who + " denies what others say.");
      for (auto said = account.said.rbegin(); said != account.said.rend(); ++said) {
        std::string value;
        for (const Figure& figure : event.view.claim(*said).figures) {
          if (figure.measure == Measure::killed && figure.scope == FigureScope::happening && figure.low)
            value = counted(figure);
        }
        if (value.empty()) continue;
        std::string& who = by_value[value];
        who += (who.empty() ? "" : ", ") + account.who;
        break;
      }
    }
    if (by_value.size() < 2) return;
    std::string line = "Accounts differ:";
    for (const auto& [value, who] : by_value) line += fmt::format(" {} by {};", value, who);
    line.back() = '.';
    item.contradictions.push_back(line);
  }

  static void add_silences(const BriefEvent& event, BriefItem& item) {
    std::set<std::string> told;
    for (std::size_t i = 0; i < event.view.tellings.size(); ++i) {
      const auto& claims = event.view.tellings[i].happening.claims;
      for (const Silence& silence : event.silences[i]) {
        bool about = std::any_of(silence.about.begin(), silence.about.end(), [&](const std::string& id) {
          return std::find(claims.begin(), claims.end(), id) != claims.end();
        });
        if (!about) continue;
        std::string who = silence.who.name ? *silence.who.name : silence.who.text.value_or("somebody");
        std::string how = silence.kind == SilenceKind::no_comment    ? "would not comment"
                          : silence.kind == SilenceKind::unreachable ? "could not be reached"
                                                                     : "could not verify it";
        told.insert(fmt::format("{} {} ({}).", who, how, event.view.tellings[i].outlet.value_or("a report")));
      }
    }
    item.silences.assign(told.begin(), told.end());
  }

  Brief& brief_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> numbers_;
};

void add(Estimate& sum, const Estimate& more) {
  auto plus = [](std::optional<std::int64_t>& a, const std::optional<std::int64_t>& b) {
    if (b) a = a.value_or(0) + *b;
  };
  plus(sum.best, more.best);
  plus(sum.low, more.low ? more.low : more.best);
  plus(sum.high, more.high ? more.high : more.best);
}

}  // namespace

Brief make_brief(const BriefScope& scope, const std::vector<BriefEvent>& events, const Profile& profile) {
  Brief brief;
  brief.scope = scope;
  brief.profile = profile.name;
  brief.profile_about = profile.about;
  while (brief.profile_about.ends_with('.')) brief.profile_about.pop_back();
  Maker maker(brief);
  // In order of weight, so that footnotes are numbered as they are read: weighed first, made second.
  std::vector<std::pair<double, const BriefEvent*>> order;
  for (const BriefEvent& event : events) {
    order.emplace_back(-weight_of(event), &event);
    add(brief.killed, event.row.killed);
    add(brief.injured, event.row.injured);
    add(brief.civilians, event.row.civilians_killed);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [weight, event] : order) brief.items.push_back(maker.item(*event));
  return brief;
}

}  // namespace sitrep
