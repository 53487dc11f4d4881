// The pipeline: many inputs, read on all cores, handed on in the order of the input.
//
//   one thread        N threads                    the caller's thread
//   inputs -> cut  -> decode, read, prepare  ->    deliver, in order
//
// Whatever the number of threads, what is delivered is the same, and in the same order. Memory does
// not grow with the input: limits::in_flight_bytes_max and in_flight_reports_max bound what was cut
// and not yet delivered.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/reader.h"
#include "intake/source.h"

namespace sitrep {

struct PipelineOptions {
  SourceOptions source;
  Overrides overrides;
  ReaderKind reader = ReaderKind::rules;
  std::shared_ptr<const Codebook> codebook;  // null: the one that ships
  unsigned jobs = 0;                         // reports read at the same time; 0: one a core
  // Counts the bytes consumed of all inputs, for a progress line. May be null.
  std::shared_ptr<std::atomic<std::uint64_t>> bytes_read;
  std::shared_ptr<const ActorLexicon> actors = {};  // null: ours
};

// What is to be done with one report, later, in order, on the caller's thread; false stops the run.
using Delivery = std::function<bool()>;

struct PipelineWork {
  // On any thread: all that need not be in order. The document does not outlive the call.
  std::function<Delivery(const Document&, Findings)> prepare;
  // On the caller's thread, in order: a report, or the rest of an input, that could not be read.
  // false stops the run.
  std::function<bool(const Error&)> failed;
  // On the caller's thread, whenever nothing is ready, and again every 50 ms while that lasts: the
  // moment to flush or commit what has come. false stops the run.
  std::function<bool()> idle;
};

enum class PipelineEnd {
  finished,  // all inputs were read to their ends
  stopped,   // one of the callbacks asked for it
  // The same, but a thread still waits for input that nobody wants any more (a pipe that is silent).
  // It touches nothing of the caller's; the process should end without tearing down what it uses.
  stopped_waiting,
};

// `inputs` as for open_source. Returns when all is delivered or a callback stopped the run.
PipelineEnd run_pipeline(std::vector<std::string> inputs, const PipelineOptions& options,
                         const PipelineWork& work);

}  // namespace sitrep
