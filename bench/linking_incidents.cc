// Predictions for the kit `linking`: which reports tell of one incident, and how many were killed and hurt.
//
//   linking_incidents DOCS.jsonl             lines {"incident_id", "docs", "killed", "injured"}
//   linking_incidents --pairs DOCS.jsonl     what linking compares, a line a pair: for fitting its weights
//   linking_incidents --read DOCS.jsonl      the happenings as read, packed: a file that the others take in
//   place of
//                                            DOCS.jsonl, in seconds
//
// The kit asks for one incident a report: that of the report's main happening; a report without a claim
// is linked by its words. An incident's figures are the highest that a report gives its main happening.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/pipeline.h"
#include "events/clusters.h"
#include "events/happening.h"
#include "events/keys.h"
#include "events/pair.h"

namespace {

using sitrep::Happening;

struct Told {
  std::string doc;
  Happening happening;
};

// The happening that a report is about.
Happening main_of(const sitrep::Report& report, const std::vector<sitrep::Claim>& claims) {
  for (Happening& happening : sitrep::happenings_of(report, claims)) {
    if (happening.main) return happening;
  }
  return sitrep::happening_of_text(report);
}

constexpr char digits[] = "0123456789abcdef";

// The happenings that --read has written; none where `path` is a file of reports.
std::vector<Told> kept(const std::string& path) {
  std::vector<Told> told;
  std::ifstream lines(path);
  for (std::string line; std::getline(lines, line);) {
    auto row = nlohmann::json::parse(line);
    if (!row.contains("packed")) return {};
    std::string packed;
    auto hex = row["packed"].get<std::string>();
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
      packed += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    }
    auto happening = sitrep::unpack_happening(packed);
    if (!happening) return {};
    told.push_back({row["doc"], std::move(*happening)});
  }
  return told;
}

void print_happenings(const std::vector<Told>& told) {
  for (const Told& each : told) {
    std::string hex;
    for (char c : sitrep::pack(each.happening)) {
      auto byte = static_cast<unsigned char>(c);
      hex += {digits[byte >> 4], digits[byte & 15]};
    }
    std::printf("%s\n", nlohmann::json{{"doc", each.doc}, {"packed", hex}}.dump().c_str());
  }
}

std::vector<Told> read(const std::string& path) {
  std::vector<Told> told;
  std::ifstream lines(path);
  std::vector<std::string> ids;
  for (std::string line; std::getline(lines, line);) {
    ids.push_back(nlohmann::json::parse(line).at("doc_id").get<std::string>());
  }
  sitrep::PipelineWork work;
  work.prepare = [&](const sitrep::Document& document, const sitrep::Findings& findings) -> sitrep::Delivery {
    auto happening = std::make_shared<Happening>(main_of(sitrep::report_of(document), findings.claims));
    return [&told, &ids, happening] {
      told.push_back({ids.at(told.size()), std::move(*happening)});
      return true;
    };
  };
  work.failed = [&](const sitrep::Error& error) {
    std::fprintf(stderr, "%s\n", error.message.c_str());
    told.push_back({ids.at(told.size()), {}});
    return true;
  };
  work.idle = [] { return true; };
  sitrep::run_pipeline({path}, {}, work);
  return told;
}

// Each with the earlier ones that share most keys with it, as the ledger finds them.
template <class Pair>
void each_pair(const std::vector<Told>& told, Pair pair) {
  struct At {
    std::int32_t day;
    std::uint32_t who;
  };
  std::unordered_map<std::int64_t, std::vector<At>> index;
  for (std::uint32_t i = 0; i < told.size(); ++i) {
    std::map<std::uint32_t, int> shared;
    for (const sitrep::LinkKey& key : sitrep::keys_of(told[i].happening)) {
      std::vector<At>& others = index[key.key];
      std::vector<At> found;
      for (const At& other : others) {
        if (std::abs(other.day - key.day) <= key.reach) found.push_back(other);
      }
      std::stable_sort(found.begin(), found.end(), [&](const At& a, const At& b) {
        return std::abs(a.day - key.day) < std::abs(b.day - key.day);
      });
      if (found.size() > sitrep::candidates_of_key_max) found.resize(sitrep::candidates_of_key_max);
      for (const At& other : found) ++shared[other.who];
      others.push_back({key.day, i});
    }
    std::vector<std::pair<int, std::uint32_t>> best;
    for (auto [who, keys] : shared) best.emplace_back(-keys, who);
    std::sort(best.begin(), best.end());
    if (best.size() > sitrep::candidates_max) best.resize(sitrep::candidates_max);
    for (auto [keys, who] : best) pair(who, i, sitrep::compare(told[who].happening, told[i].happening));
  }
}

void print_pairs(const std::vector<Told>& told) {
  each_pair(told, [&](std::uint32_t a, std::uint32_t b, const sitrep::Comparison& comparison) {
    nlohmann::json line{{"a", told[a].doc}, {"b", told[b].doc}, {"values", comparison.values}};
    std::printf("%s\n", line.dump().c_str());
  });
}

void print_incidents(const std::vector<Told>& told) {
  std::vector<sitrep::ScoredLink> links;
  each_pair(told, [&](std::uint32_t a, std::uint32_t b, const sitrep::Comparison& comparison) {
    links.push_back({a, b, comparison.score});
  });
  std::vector<std::uint32_t> reports(told.size());
  for (std::uint32_t i = 0; i < told.size(); ++i) reports[i] = i;
  auto first = sitrep::clusters_of(reports, links);
  std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
  for (std::uint32_t i = 0; i < told.size(); ++i) groups[first[i]].push_back(i);
  for (const auto& [founder, members] : groups) {
    nlohmann::json line{{"incident_id", told[founder].doc}, {"docs", nlohmann::json::array()}};
    std::int64_t killed = 0;
    std::int64_t injured = 0;
    for (std::uint32_t member : members) {
      line["docs"].push_back(told[member].doc);
      const Happening& happening = told[member].happening;
      if (happening.killed) killed = std::max(killed, happening.killed->high);
      if (happening.injured) injured = std::max(injured, happening.injured->high);
    }
    line["killed"] = killed;
    line["injured"] = injured;
    std::printf("%s\n", line.dump().c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::string what = argc == 3 ? argv[1] : "";
  if (argc != 2 && what != "--pairs" && what != "--read") {
    std::fprintf(stderr, "linking_incidents [--pairs | --read] DOCS.jsonl\n");
    return 2;
  }
  std::string path = argv[argc - 1];
  std::vector<Told> told = kept(path);
  if (told.empty()) told = read(path);
  if (what == "--read") {
    print_happenings(told);
  } else if (what == "--pairs") {
    print_pairs(told);
  } else {
    print_incidents(told);
  }
  return 0;
}
