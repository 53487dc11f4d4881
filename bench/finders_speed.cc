// What the finders and discourse cost beside the language layer, in processor time of one core.
//
//   finders_speed [--seconds 5] FILE...
//
// The files' texts (any format that intake reads) are put one behind the other and cut, at the ends of
// paragraphs, into reports of about 600 words. Each is read by the language layer with one thread, then all
// finders and discourse run over what it read, over and over for that long. Prints milliseconds a report and
// the share of the language layer's time.
#include <fmt/format.h>

#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "engine/mentions.h"
#include "intake/decode.h"
#include "intake/source.h"
#include "language/language.h"
#include "lexicon/actors.h"
#include "mentions/actor/actor_finder.h"
#include "mentions/figure/figure_finder.h"
#include "mentions/place/place_finder.h"
#include "mentions/speech/silence_finder.h"
#include "mentions/speech/speech_finder.h"
#include "mentions/time/time_finder.h"

namespace {

using namespace sitrep;

constexpr std::size_t report_words = 600;
constexpr std::size_t count_max = 1000;

std::size_t words_in(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (char c : text) {
    bool blank = c == ' ' || c == '\n';
    count += !blank && !inside ? 1 : 0;
    inside = !blank;
  }
  return count;
}

// The bodies of all reports in the files, cut into reports of about 600 words.
std::vector<std::unique_ptr<Document>> reports_of(const std::vector<std::string>& paths) {
  std::vector<std::string> texts(1);
  std::size_t words = 0;
  for (const std::string& path : paths) {
    auto source = open_source(path, {});
    if (!source) throw std::runtime_error(path + ": " + source.error().message);
    while (auto raw = (*source)->next()) {
      if (!*raw) continue;
      auto document = decode(std::move(**raw), Overrides{});
      if (!document) continue;
      for (const Part& part : document->parts()) {
        if (part.kind != PartKind::body && part.kind != PartKind::quote) continue;
        texts.back() += std::string(document->view(part.span)) + "\n\n";
        words += words_in(document->view(part.span));
        if (words < report_words) continue;
        texts.emplace_back();
        words = 0;
      }
    }
  }
  texts.pop_back();  // a rest that is too short
  std::vector<std::unique_ptr<Document>> documents;
  for (std::string& text : texts) {
    RawReport raw;
    raw.bytes = std::move(text);
    raw.format = ReportFormat::text;
    raw.hints.language = "en";
    Overrides overrides;
    overrides.published = DateTime::parse("2031-05-05");
    auto document = decode(std::move(raw), overrides);
    if (document) documents.push_back(std::make_unique<Document>(std::move(*document)));
  }
  return documents;
}

// Milliseconds of processor time that one round over all reports takes.
template <class Work>
double milliseconds(double seconds, const Work& work) {
  std::clock_t start = std::clock();
  double passed = 0;
  std::size_t rounds = 0;
  do {
    work();
    ++rounds;
    passed = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  } while (passed < seconds);
  return passed * 1e3 / static_cast<double>(rounds);
}

int run(const std::vector<std::string>& paths, double seconds) {
  auto documents = reports_of(paths);
  auto language = Language::english();
  if (!language || documents.empty()) {
    fmt::print(stderr, "finders_speed: {}\n",
               language ? "the files hold no 600 words" : language.error().message);
    return 2;
  }
  std::vector<const Document*> all;
  all.reserve(documents.size());
  for (const auto& document : documents) all.push_back(document.get());
  std::vector<Analysis> analyses = (*language)->read_all(all, 1);
  double reports = static_cast<double>(documents.size());
  auto each = [&](auto find) {
    double round = milliseconds(seconds, [&] {
      for (const Analysis& analysis : analyses) find(analysis);
    });
    return round / reports;
  };
  std::size_t found = 0;
  std::optional<Date> published = Date::of(2031, 5, 5);
  double layer = milliseconds(seconds,
                              [&] {
                                for (const auto& document : documents) {
                                  const Document* one[] = {document.get()};
                                  found += (*language)->read_all(one, 1).front().words().size();
                                }
                              }) /
                 reports;
  double finders =
      each([&](const Analysis& a) { found += find_all(a, *ActorLexicon::standard()).mentions.times.size(); });
  fmt::print("{} reports of about {} words\n", documents.size(), report_words);
  fmt::print("language layer       {:8.3f} ms a report\n", layer);
  fmt::print("finders, discourse   {:8.3f} ms a report, {:.1f} % of the language layer's\n", finders,
             finders / layer * 100);
  fmt::print("  times              {:8.3f}\n",
             each([&](const Analysis& a) { found += find_times(a, published).size(); }));
  fmt::print("  places             {:8.3f}\n",
             each([&](const Analysis& a) { found += find_places(a).size(); }));
  fmt::print("  actors             {:8.3f}\n", each([&](const Analysis& a) {
               found += find_actors(a, *ActorLexicon::standard(), published).size();
             }));
  fmt::print("  figures            {:8.3f}\n",
             each([&](const Analysis& a) { found += find_figures(a).size(); }));
  fmt::print("  speech             {:8.3f}\n",
             each([&](const Analysis& a) { found += find_speech(a, count_max).size(); }));
  fmt::print("  silences           {:8.3f}\n",
             each([&](const Analysis& a) { found += find_silences(a, count_max).size(); }));
  return found > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  try {
    double seconds = 5;
    if (args.size() >= 2 && args[0] == "--seconds") {
      seconds = std::stod(args[1]);
      args.erase(args.begin(), args.begin() + 2);
    }
    if (args.empty()) {
      fmt::print(stderr, "usage: finders_speed [--seconds N] FILE...\n");
      return 2;
    }
    return run(args, seconds);
  } catch (const std::exception& error) {
    fmt::print(stderr, "finders_speed: {}\n", error.what());
    return 2;
  }
}
