// sitrep add: reports in, into a ledger. Reports are committed in groups: a group's lines (--json) are
// printed only when the ledger has it on disk, so that what was printed is never lost.

#include <fmt/format.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/command.h"
#include "cli/inputs.h"
#include "engine/linker.h"
#include "engine/pipeline.h"

namespace sitrep {

namespace {

using Clock = std::chrono::steady_clock;

// A group is committed when it holds so much, or when its first report has waited so long: large
// groups are fast, and a slow stream is on disk soon after it comes.
constexpr std::size_t group_reports_max = 1000;
constexpr std::size_t group_bytes_max = 8U << 20;
constexpr std::chrono::milliseconds group_wait_max{150};
constexpr std::chrono::milliseconds progress_every{100};

volatile std::sig_atomic_t interrupted = 0;
void interrupt(int /*signal*/) { interrupted = 1; }

// While it lives the first SIGINT or SIGTERM asks for an orderly end; the second one kills.
class Interruptible {
 public:
  Interruptible() {
    struct sigaction action {};
    action.sa_handler = interrupt;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals[i], &action, &before_[i]);
  }
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;
  ~Interruptible() {
    for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals[i], &before_[i], nullptr);
  }

 private:
  static constexpr std::array<int, 2> signals{SIGINT, SIGTERM};
  std::array<struct sigaction, 2> before_{};
};

std::string with_commas(std::uint64_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string_view name_of(AddOutcome::What what) {
  switch (what) {
    case AddOutcome::What::added:
      return "added";
    case AddOutcome::What::already_there:
      return "already_there";
    case AddOutcome::What::new_version:
      return "new_version";
    case AddOutcome::What::new_reading:
      return "new_reading";
    case AddOutcome::What::erased:
      return "erased";
  }
  return "";
}

std::string plural(std::uint64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", with_commas(count), count == 1 ? one : many);
}

// One run of add.
class Adding {
 public:
  Adding(Context& context, Ledger ledger, std::optional<std::uint64_t> bytes_all)
      : context_(context),
        ledger_(std::move(ledger)),
        bytes_all_(bytes_all),
        bytes_read_(std::make_shared<std::atomic<std::uint64_t>>(0)) {}

  int run(std::vector<std::string> inputs, const std::shared_ptr<const Codebook>& codebook,
          const std::shared_ptr<const ActorLexicon>& actors) {
    const Options& options = context_.options;
    Reading reading = ReportReader(options.reader, codebook, actors).identity();
    tell_of_missing_model(context_);
    PipelineWork work;
    work.prepare = [&](const Document& document, const Findings& findings) -> Delivery {
      auto entry = std::make_shared<Entry>(prepare(document, findings, reading));
      entry->happenings = happening_rows(report_of(document), findings.claims);
      return [this, entry, path = document.provenance().path] { return take(std::move(*entry), path); };
    };
    work.failed = [this](const Error& error) { return failed(error); };
    work.idle = [this] { return commit_if_due() && go_on(); };
    PipelineOptions pipeline{{options.allow_private},  options.overrides, options.reader, codebook,
                             options.jobs.value_or(0), bytes_read_,       actors};
    PipelineEnd end = run_pipeline(std::move(inputs), pipeline, work);
    context_.leave_at_once = end == PipelineEnd::stopped_waiting;
    if (!ledger_failed_) commit();
    if (!ledger_failed_ && options.link) link();
    context_.messages.progress("");
    sum_up(end);
    if (interrupted != 0) return exit_interrupted;
    return failures_.empty() && end == PipelineEnd::finished && !ledger_failed_ ? exit_fine : exit_error;
  }

  bool failed(const Error& error) {
    context_.messages.error(error);
    failures_[error.code] += 1;
    if (context_.options.json) {
      nlohmann::ordered_json data{
          {"what", "failed"}, {"error", wire_name(error.code)}, {"message", error.message}};
      if (!error.where.empty()) data["where"] = error.where;
      print(data);
      context_.out.flush();
    }
    return go_on();
  }

 private:
  bool go_on() {
    show_progress();
    // With --json the lines are what was asked for: with nobody to read them, there is an end.
    return interrupted == 0 && context_.out.usable();
  }

  bool take(Entry entry, const std::string& path) {
    if (group_.empty()) group_since_ = Clock::now();
    group_bytes_ += entry.received_zstd.size() + 2 * entry.report_zstd.size();
    group_.push_back(std::move(entry));
    paths_.push_back(path);
    return commit_if_due() && go_on();
  }

  bool commit_if_due() {
    bool due = group_.size() >= group_reports_max || group_bytes_ >= group_bytes_max ||
               (!group_.empty() && Clock::now() - group_since_ >= group_wait_max);
    return !due || commit();
  }

  // False when the ledger takes no more.
  bool commit() {
    if (group_.empty()) return true;
    auto outcomes = ledger_.add(group_);
    if (!outcomes) {
      Error error = outcomes.error();
      if (error.where.empty()) error.where = context_.options.ledger;
      context_.messages.error(error);
      lost_ = group_.size();
      ledger_failed_ = true;
    } else {
      for (std::size_t i = 0; i < outcomes->size(); ++i) count((*outcomes)[i], paths_[i]);
      context_.out.flush();
    }
    group_.clear();
    paths_.clear();
    group_bytes_ = 0;
    return !ledger_failed_;
  }

  // What was added is safe already: when linking fails or is stopped, `sitrep link` or the next add goes on.
  void link() {
    auto linked = link_new(ledger_, [&](const LinkCounts& counts) {
      if (context_.messages.shows_progress()) {
        context_.messages.progress(fmt::format("linking: {} happenings", with_commas(counts.happenings)));
      }
      return interrupted == 0;
    });
    if (linked) return;
    context_.messages.error(linked.error());
    ledger_failed_ = true;
    lost_ = 0;
  }

  void count(const AddOutcome& outcome, const std::string& path) {
    counts_[static_cast<std::size_t>(outcome.what)] += 1;
    if (!context_.options.json) return;
    nlohmann::ordered_json data{{"what", name_of(outcome.what)}, {"report", outcome.report_id}};
    if (outcome.revises) data["revises"] = *outcome.revises;
    if (!path.empty()) data["path"] = path;
    print(data);
  }

  void print(const nlohmann::ordered_json& data) {
    nlohmann::ordered_json line{{"type", "outcome"}, {"data", data}};
    context_.out.write_json(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }

  [[nodiscard]] std::uint64_t of(AddOutcome::What what) const {
    return counts_[static_cast<std::size_t>(what)];
  }
  [[nodiscard]] std::uint64_t stored() const { return counts_[0] + counts_[1] + counts_[2] + counts_[3]; }

  void show_progress() {
    if (!context_.messages.shows_progress()) return;
    auto now = Clock::now();
    if (now - progress_shown_ < progress_every) return;
    progress_shown_ = now;
    double seconds = std::chrono::duration<double>(now - begun_).count();
    if (seconds < 0.3) return;  // a rate of nothing yet
    std::string line = fmt::format("{}, {:.0f}/s", plural(stored(), "report", "reports"),
                                   static_cast<double>(stored()) / seconds);
    auto bytes = static_cast<double>(bytes_read_->load());
    if (bytes_all_ && *bytes_all_ > 0 && bytes > 0) {
      double share = std::min(1.0, bytes / static_cast<double>(*bytes_all_));
      auto left = static_cast<std::uint64_t>(seconds * (1 - share) / share);
      line += fmt::format(", {:.0f} %, {}:{:02} left", 100 * share, left / 60, left % 60);
    }
    context_.messages.progress(line);
  }

  void sum_up(PipelineEnd end) {
    std::string line = fmt::format("{}: {} added", context_.options.ledger,
                                   plural(of(AddOutcome::What::added), "report", "reports"));
    if (auto n = of(AddOutcome::What::already_there))
      line += fmt::format(", {} already there", with_commas(n));
    if (auto n = of(AddOutcome::What::new_version)) {
      line += ", " + plural(n, "new version of an earlier one", "new versions of earlier ones");
    }
    if (auto n = of(AddOutcome::What::new_reading)) {
      line += ", " + plural(n, "read anew by this version", "read anew by this version");
    }
    if (auto n = of(AddOutcome::What::erased)) {
      line += ", " + plural(n, "left out that was erased", "left out that were erased");
    }
    std::uint64_t failed = 0;
    std::string reasons;
    for (auto [code, count] : failures_) {
      failed += count;
      reasons += fmt::format("{}{} {}", reasons.empty() ? "" : ", ", with_commas(count), wire_name(code));
    }
    if (failed > 0) line += fmt::format("; {} failed ({})", with_commas(failed), reasons);
    context_.messages.say(line);
    if (ledger_failed_ && lost_ > 0) {
      context_.messages.say(
          fmt::format("the last {} not stored, and nothing after {}; the ledger is as it was before",
                      lost_ == 1 ? "report was" : plural(lost_, "report was", "reports were"),
                      lost_ == 1 ? "it" : "them"));
    } else if (end != PipelineEnd::finished) {
      context_.messages.say(
          "stopped; all that is counted here is stored. The same command goes on from there");
    }
  }

  Context& context_;
  Ledger ledger_;
  std::optional<std::uint64_t> bytes_all_;
  std::shared_ptr<std::atomic<std::uint64_t>> bytes_read_;

  std::vector<Entry> group_;
  std::vector<std::string> paths_;  // of the group's reports
  std::size_t group_bytes_ = 0;
  Clock::time_point group_since_;

  std::array<std::uint64_t, 5> counts_{};  // by AddOutcome::What
  std::map<ErrorCode, std::uint64_t> failures_;
  bool ledger_failed_ = false;
  std::size_t lost_ = 0;  // reports of the group that could not be stored
  Clock::time_point begun_ = Clock::now();
  Clock::time_point progress_shown_;
};

}  // namespace

int run_add(Context& context) {
  const Options& options = context.options;
  if (options.operands.empty()) {
    return complain(context, "add wants a FILE, a folder, an address, or - for standard input",
                    "sitrep help add");
  }
  auto codebook = load_codebook(context);
  if (!codebook) return exit_error;
  auto actors = load_actors(context);
  if (!actors) return exit_error;
  auto ledger = open_ledger(context, Ledger::Mode::write);
  if (!ledger) return exit_error;

  std::vector<std::string> inputs;
  std::vector<Error> unreadable;
  for (const std::string& operand : options.operands) {
    if (!is_folder(operand)) {
      inputs.push_back(operand);
      continue;
    }
    FolderFiles found = files_of(operand, options.ledger);
    inputs.insert(inputs.end(), found.files.begin(), found.files.end());
    unreadable.insert(unreadable.end(), found.unreadable.begin(), found.unreadable.end());
  }
  auto bytes = total_bytes(inputs);
  Interruptible interruptible;
  Adding adding(context, std::move(*ledger), bytes);
  for (const Error& error : unreadable) adding.failed(error);
  return adding.run(std::move(inputs), *codebook, *actors);
}

}  // namespace sitrep
