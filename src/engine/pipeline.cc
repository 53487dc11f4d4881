#include "engine/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <new>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "base/limits.h"
#include "intake/decode.h"

namespace sitrep {

namespace {

constexpr std::chrono::milliseconds idle_every{50};

// One report on its way. Owned by the row; workers hold it only while it cannot be delivered.
struct Slot {
  std::optional<RawReport> raw;
  std::size_t bytes = 0;
  bool ready = false;
  Delivery deliver;            // empty: see `error`
  std::optional<Error> error;  // why there is no report
};

// What the threads share. The cutter may outlive the run (PipelineEnd::stopped_waiting), so it holds
// this and nothing of the caller's.
struct Line {
  std::vector<std::string> inputs;
  SourceOptions source;
  std::shared_ptr<std::atomic<std::uint64_t>> bytes_read;

  std::mutex mutex;
  std::condition_variable room;               // for the cutter
  std::condition_variable to_do;              // for the workers
  std::condition_variable done;               // for the caller
  std::deque<std::shared_ptr<Slot>> row;      // in order, until delivered
  std::deque<std::shared_ptr<Slot>> waiting;  // for a worker
  std::size_t bytes = 0;                      // of all slots in the row
  bool cut_all = false;                       // nothing more comes
  bool stopped = false;                       // nothing more is wanted

  // False when nothing more is wanted.
  bool put(Result<RawReport> cut) {
    auto slot = std::make_shared<Slot>();
    if (cut) {
      slot->bytes = cut->bytes.size();
      slot->raw = std::move(*cut);
    } else {
      slot->error = cut.error();
      slot->ready = true;
    }
    std::unique_lock lock(mutex);
    room.wait(lock, [&] {
      // A report larger than the bound goes alone.
      return stopped || row.empty() ||
             (row.size() < limits::in_flight_reports_max &&
              bytes + slot->bytes <= limits::in_flight_bytes_max);
    });
    if (stopped) return false;
    bytes += slot->bytes;
    if (slot->ready) {
      if (row.empty()) done.notify_one();
    } else {
      waiting.push_back(slot);
      to_do.notify_one();
    }
    row.push_back(std::move(slot));
    return true;
  }

  void end_of_input() {
    std::lock_guard lock(mutex);
    cut_all = true;
    to_do.notify_all();
    done.notify_all();
  }

  void stop() {
    std::lock_guard lock(mutex);
    stopped = true;
    waiting.clear();
    room.notify_all();
    to_do.notify_all();
  }
};

Error out_of_memory(const char* what, const std::string& where) {
  return {ErrorCode::over_limit, fmt::format("there is not enough memory to read {}", what), where, {}};
}

// Cuts one input, the `before` bytes of others behind it; false when nothing more is wanted.
bool cut_input(Line& line, const std::string& input, std::uint64_t& before) {
  auto source = open_source(input, line.source);
  if (!source) return line.put(fail(source));
  bool wanted = true;
  while (wanted) {
    auto next = (*source)->next();
    if (line.bytes_read) line.bytes_read->store(before + (*source)->bytes_read());
    if (!next) break;
    wanted = line.put(std::move(*next));
  }
  before += (*source)->bytes_read();
  return wanted;
}

// On a thread of its own: cuts all inputs into raw reports.
void cut(const std::shared_ptr<Line>& line) {
  bool wanted = true;
  std::uint64_t before = 0;
  for (std::size_t i = 0; wanted && i < line->inputs.size(); ++i) {
    try {
      wanted = cut_input(*line, line->inputs[i], before);
    } catch (const std::bad_alloc&) {
      wanted = line->put(fail(out_of_memory("on here", line->inputs[i])));
    }
  }
  line->end_of_input();
}

void read_one(Slot& slot, const PipelineOptions& options, const ReportReader& reader,
              const PipelineWork& work) {
  std::string where = slot.raw->provenance.path;
  try {
    auto document = decode(std::move(*slot.raw), options.overrides);
    if (document) {
      slot.deliver = work.prepare(*document, reader.read(*document));
    } else {
      slot.error = document.error();
    }
  } catch (const std::bad_alloc&) {
    // One report that is too large for this machine must not take the others with it.
    slot.error = out_of_memory("this report", where);
  }
  slot.raw.reset();
}

// On each of N threads: makes deliveries of raw reports.
void work_on(Line& line, const PipelineOptions& options, const ReportReader& reader,
             const PipelineWork& work) {
  std::unique_lock lock(line.mutex);
  while (true) {
    line.to_do.wait(lock, [&] { return line.stopped || !line.waiting.empty() || line.cut_all; });
    if (line.stopped || line.waiting.empty()) return;
    std::shared_ptr<Slot> slot = std::move(line.waiting.front());
    line.waiting.pop_front();
    lock.unlock();
    read_one(*slot, options, reader, work);
    lock.lock();
    slot->ready = true;
    if (!line.row.empty() && line.row.front() == slot) line.done.notify_one();
  }
}

// On the caller's thread. True when all was delivered.
bool deliver_all(Line& line, const PipelineWork& work) {
  std::unique_lock lock(line.mutex);
  auto is_ready = [&] { return !line.row.empty() && line.row.front()->ready; };
  auto is_over = [&] { return line.cut_all && line.row.empty(); };
  while (true) {
    while (!is_ready() && !is_over()) {
      lock.unlock();
      bool go_on = work.idle();
      lock.lock();
      if (!go_on) return false;
      line.done.wait_for(lock, idle_every, [&] { return is_ready() || is_over(); });
    }
    if (is_over()) return true;
    std::shared_ptr<Slot> slot = line.row.front();
    lock.unlock();
    bool go_on = slot->error ? work.failed(*slot->error) : slot->deliver();
    slot->deliver = nullptr;  // frees what it holds before its room is given away
    lock.lock();
    line.row.pop_front();
    line.bytes -= slot->bytes;
    line.room.notify_one();
    if (!go_on) return false;
  }
}

}  // namespace

PipelineEnd run_pipeline(std::vector<std::string> inputs, const PipelineOptions& options,
                         const PipelineWork& work) {
  auto line = std::make_shared<Line>();
  line->inputs = std::move(inputs);
  line->source = options.source;
  line->bytes_read = options.bytes_read;
  ReportReader reader(options.reader, options.codebook, options.actors);

  unsigned jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  std::thread cutter(cut, line);
  std::vector<std::thread> workers;
  workers.reserve(jobs);
  for (unsigned i = 0; i < jobs; ++i) {
    try {
      workers.emplace_back(work_on, std::ref(*line), std::cref(options), std::cref(reader), std::cref(work));
    } catch (const std::system_error&) {
      if (i == 0) std::terminate();  // not one thread to be had
      break;                         // as many as the system gives
    }
  }
  bool finished = deliver_all(*line, work);
  if (!finished) line->stop();
  for (std::thread& worker : workers) worker.join();
  bool cutting = false;
  {
    std::unique_lock lock(line->mutex);
    cutting = !line->done.wait_for(lock, idle_every, [&] { return line->cut_all; });
  }
  if (!cutting) {
    cutter.join();
    return finished ? PipelineEnd::finished : PipelineEnd::stopped;
  }
  // It cannot be woken while it waits for bytes; joining it would hang the caller.
  cutter.detach();
  return PipelineEnd::stopped_waiting;
}

}  // namespace sitrep
