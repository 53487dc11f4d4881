// sitrep quality: agreement between reviewers, and the program held against them.

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/table.h"
#include "ledger/review_store.h"
#include "review/quality.h"

namespace sitrep {
namespace {

std::string percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? ""
                    : fmt::format("{:.1f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

// "figures 9, place 4"
std::string fields_of(const Accuracy& accuracy) {
  std::string out;
  for (const auto& [field, count] : accuracy.fields) {
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", harmless(field), count);
  }
  return out;
}

void print_json(Context& context, const Quality& quality) {
  using Json = nlohmann::ordered_json;
  auto line = [&](const Json& json) {
    context.out.write_json(json.dump(-1, ' ', false, Json::error_handler_t::replace));
  };
  for (const Accuracy& each : quality.accuracies) {
    line({{"type", "accuracy"},
          {"data",
           {{"reviewer", each.reviewer},
            {"decided", each.decided()},
            {"accepted", each.accepted},
            {"changed", each.changed},
            {"rejected", each.rejected},
            {"accuracy", static_cast<double>(each.accepted) / static_cast<double>(each.decided())},
            {"fields", each.fields}}}});
  }
  auto agreements = [&](const std::vector<Agreement>& all, const char* on) {
    for (const Agreement& each : all) {
      Json data{{"on", on}, {"reviewers", {each.a, each.b}}, {"both", each.both}, {"agreed", each.agreed}};
      if (each.kappa) data["kappa"] = *each.kappa;
      line({{"type", "agreement"}, {"data", data}});
    }
  };
  agreements(quality.agreements, "claims");
  agreements(quality.on_links, "links");
}

void print_tables(Context& context, const Quality& quality) {
  Table accuracies(
      {"reviewer", "decided", "right as read", "changed", "rejected", "accuracy", "values changed"},
      context.layout, Table::Fit::wrap);
  for (const Accuracy& each : quality.accuracies) {
    accuracies.row({harmless(each.reviewer), fmt::format("{}", each.decided()),
                    fmt::format("{}", each.accepted), fmt::format("{}", each.changed),
                    fmt::format("{}", each.rejected), percent(each.accepted, each.decided()),
                    fields_of(each)});
  }
  context.out.write(accuracies.take());
  if (quality.agreements.empty() && quality.on_links.empty()) return;
  Table agreements({"reviewers", "on", "decided by both", "agreed", "kappa"}, context.layout,
                   Table::Fit::wrap);
  auto add = [&](const std::vector<Agreement>& all, const char* on) {
    for (const Agreement& each : all) {
      agreements.row({harmless(each.a) + ", " + harmless(each.b), on, fmt::format("{}", each.both),
                      fmt::format("{} ({})", each.agreed, percent(each.agreed, each.both)),
                      each.kappa ? fmt::format("{:.2f}", *each.kappa) : "none: chance alone would agree"});
    }
  };
  add(quality.agreements, "claims");
  add(quality.on_links, "links");
  context.out.write("\n" + agreements.take());
}

}  // namespace

int run_quality(Context& context) {
  if (!context.options.operands.empty()) return complain(context, "quality takes no operand");
  auto ledger = open_ledger(context, Ledger::Mode::read);
  if (!ledger) return exit_error;
  auto reviews = ReviewStore::of(*ledger);
  std::vector<Review> all;
  Done done = reviews ? reviews->list([&](const Review& review) {
    all.push_back(review);
    return true;
  })
                      : Done(fail(reviews));
  if (!done) {
    context.messages.error(done.error());
    return exit_error;
  }
  Quality quality = quality_of(all);
  if (quality.accuracies.empty() && quality.on_links.empty()) {
    context.messages.say(fmt::format("{}: nobody has decided on a claim yet", context.options.ledger));
    return exit_nothing;
  }
  if (context.options.json) {
    print_json(context, quality);
  } else {
    print_tables(context, quality);
  }
  return exit_fine;
}

}  // namespace sitrep
