// Runtime: runs the graphs of a model. The one place that knows OpenVINO (runtime_openvino.cc).
//
//   auto runtime = Runtime::load({{"reader", xml, weights}}, options);
//   Session session = runtime->session();             // one a thread
//   session.ints("reader", "pieces", {8, 32})[0] = ...;
//   session.run("reader");
//   TensorView arcs = session.output("reader", "arcs");
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sitrep {

// The graphs of a model: reader reads sentences; labels names the relations of chosen arcs; roles those
// of the words around chosen predicates.
enum class Graph : std::uint8_t { reader, labels, roles };
inline constexpr std::size_t graph_count = 3;

// Sizes of a dense array, outermost first; 1 for what it lacks at the front.
using TensorSizes = std::array<std::size_t, 3>;

struct TensorView {
  const float* data = nullptr;  // null: the graph has no such output
  TensorSizes sizes = {0, 0, 0};
  // The innermost row at [a][b].
  [[nodiscard]] std::span<const float> row(std::size_t a, std::size_t b) const {
    return {data + (a * sizes[1] + b) * sizes[2], sizes[2]};
  }
};

// A graph as a model's file holds it: OpenVINO's intermediate representation.
struct GraphBytes {
  Graph graph = Graph::reader;
  std::string_view xml;
  std::string_view weights;  // must outlive the Runtime
};

struct RuntimeOptions {
  // Threads that may run graphs at the same time, each on one core.
  unsigned threads = 1;
  // Where compiled graphs are kept for the next start; empty: nowhere. A folder that cannot be written
  // costs time, nothing else.
  std::string cache_folder;
};

// Runs graphs for one thread at a time.
class Session {
 public:
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  virtual ~Session() = default;

  // The memory of an input, of these sizes, to be filled before run(). Values are left as they were.
  virtual std::span<std::int32_t> ints(Graph graph, std::string_view input,
                                       std::span<const std::size_t> sizes) = 0;
  virtual std::span<float> floats(Graph graph, std::string_view input,
                                  std::span<const std::size_t> sizes) = 0;
  // Fails (malformed) only when the graph does not fit its inputs.
  virtual Done run(Graph graph) = 0;
  // Holds until the next run of the same graph.
  virtual TensorView output(Graph graph, std::string_view name) = 0;

 protected:
  Session() = default;
};

// Thread-safe.
class Runtime {
 public:
  static Result<std::unique_ptr<Runtime>> load(std::span<const GraphBytes> graphs,
                                               const RuntimeOptions& options);
  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;
  virtual ~Runtime() = default;

  [[nodiscard]] virtual std::unique_ptr<Session> session() const = 0;

 protected:
  Runtime() = default;
};

// "OpenVINO 2026.4.1", and what of the processor it can use: "AVX-512, VNNI, BF16". Loads nothing.
std::string runtime_version();
std::string processor_features();

}  // namespace sitrep
