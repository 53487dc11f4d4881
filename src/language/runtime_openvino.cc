#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <openvino/openvino.hpp>

#include "language/runtime.h"

namespace sitrep {
namespace {

constexpr std::array<std::string_view, graph_count> graph_names = {"reader", "labels", "roles"};

class OpenvinoSession final : public Session {
 public:
  explicit OpenvinoSession(std::array<ov::InferRequest, graph_count> requests)
      : requests_(std::move(requests)) {}

  std::span<std::int32_t> ints(Graph graph, std::string_view input,
                               std::span<const std::size_t> sizes) override {
    ov::Tensor& tensor = sized(graph, input, ov::element::i32, sizes);
    return {tensor.data<std::int32_t>(), tensor.get_size()};
  }

  std::span<float> floats(Graph graph, std::string_view input, std::span<const std::size_t> sizes) override {
    ov::Tensor& tensor = sized(graph, input, ov::element::f32, sizes);
    return {tensor.data<float>(), tensor.get_size()};
  }

  Done run(Graph graph) override {
    auto index = static_cast<std::size_t>(graph);
    try {
      for (auto& [name, tensor] : inputs_[index]) requests_[index].set_tensor(name, tensor);
      requests_[index].infer();
    } catch (const std::exception& e) {
      return fail(ErrorCode::malformed,
                  fmt::format("the graph {} cannot be run: {}", graph_names[index], e.what()));
    }
    return {};
  }

  TensorView output(Graph graph, std::string_view name) override {
    ov::Tensor tensor;
    try {
      tensor = requests_[static_cast<std::size_t>(graph)].get_tensor(std::string(name));
    } catch (const std::exception&) {
      return {};
    }
    TensorView view;
    view.data = tensor.data<float>();
    view.sizes = {1, 1, 1};
    const ov::Shape& shape = tensor.get_shape();
    for (std::size_t i = 0; i < shape.size() && i < 3; ++i)
      view.sizes[3 - 1 - i] = shape[shape.size() - 1 - i];
    return view;
  }

 private:
  ov::Tensor& sized(Graph graph, std::string_view input, ov::element::Type type,
                    std::span<const std::size_t> sizes) {
    auto& inputs = inputs_[static_cast<std::size_t>(graph)];
    auto found = inputs.find(input);
    ov::Shape shape(sizes.begin(), sizes.end());
    if (found == inputs.end()) {
      found = inputs.emplace(std::string(input), ov::Tensor(type, shape)).first;
    } else {
      found->second.set_shape(shape);
    }
    return found->second;
  }

  std::array<ov::InferRequest, graph_count> requests_;
  std::array<std::map<std::string, ov::Tensor, std::less<>>, graph_count> inputs_;
};

#if defined(__SANITIZE_ADDRESS__)
constexpr bool under_address_sanitizer = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool under_address_sanitizer = true;
#else
constexpr bool under_address_sanitizer = false;
#endif
#else
constexpr bool under_address_sanitizer = false;
#endif

// One core for the whole process: starting another costs time and threads.
ov::Core& core() {
  // Threading Building Blocks open a library of theirs in a way that the sanitizer refuses, unless told.
  if (under_address_sanitizer) ::setenv("TBB_ENABLE_SANITIZERS", "1", 0);
  static ov::Core made;
  return made;
}

// A folder of compiled graphs for one set of graphs, one runtime and one kind of processor. Processes map the
// files in it, so that none is ever written where another may read it: what is missing is made in a folder of
// this process's own, and that then takes the name.
class CacheShelf {
 public:
  // Nothing is kept where `parent` is empty or cannot be written.
  CacheShelf(const std::string& parent, std::span<const GraphBytes> graphs) {
    if (parent.empty()) return;
    std::size_t mixed = std::hash<std::string>()(runtime_version() + processor_features());
    for (const GraphBytes& bytes : graphs)
      mixed = mixed * 1099511628211U ^ std::hash<std::string_view>()(bytes.xml) ^ bytes.weights.size();
    final_ = std::filesystem::path(parent) / fmt::format("compiled-{:016x}", mixed);
    std::error_code failed;
    if (std::filesystem::is_directory(final_, failed)) {
      folder_ = final_;
      return;
    }
    own_ = std::filesystem::path(parent) / fmt::format("compiling-{}", ::getpid());
    std::filesystem::remove_all(own_, failed);
    std::filesystem::create_directories(own_, failed);
    if (failed) own_.clear();
    folder_ = own_;
  }
  CacheShelf(const CacheShelf&) = delete;
  CacheShelf& operator=(const CacheShelf&) = delete;
  ~CacheShelf() {
    std::error_code failed;
    if (!own_.empty()) std::filesystem::remove_all(own_, failed);
  }

  [[nodiscard]] std::string folder() const { return folder_.string(); }
  // When all is compiled. Another process may have been quicker; then its folder stays.
  void publish() {
    std::error_code failed;
    if (!own_.empty()) std::filesystem::rename(own_, final_, failed);
    if (!failed) own_.clear();
  }

 private:
  std::filesystem::path folder_;
  std::filesystem::path final_;
  std::filesystem::path own_;  // empty: nothing to publish
};

class OpenvinoRuntime final : public Runtime {
 public:
  Done load(std::span<const GraphBytes> graphs, const RuntimeOptions& options) {
    // What is not int8 is f32: bf16 gains nothing here, and only some processors have it.
    ov::AnyMap properties = {ov::num_streams(static_cast<std::int32_t>(options.threads)),
                             ov::inference_num_threads(static_cast<std::int32_t>(options.threads)),
                             ov::hint::enable_cpu_pinning(false),
                             ov::hint::inference_precision(ov::element::f32),
                             // Or the runtime quantises some inputs anew at run time, in a way that
                             // differs between processors and that AVX2 alone cannot always do.
                             ov::hint::dynamic_quantization_group_size(0)};
    CacheShelf shelf(options.cache_folder, graphs);
    if (!shelf.folder().empty()) properties.insert(ov::cache_dir(shelf.folder()));
    for (const GraphBytes& bytes : graphs) {
      auto index = static_cast<std::size_t>(bytes.graph);
      try {
        // The weights stay where they are: the tensor is a view.
        ov::Tensor weights(ov::element::u8, {bytes.weights.size()}, const_cast<char*>(bytes.weights.data()));
        auto model = core().read_model(std::string(bytes.xml), weights);
        compiled_[index] = compile(model, properties);
      } catch (const std::exception& e) {
        return fail(ErrorCode::malformed,
                    fmt::format("the graph {} cannot be loaded: {}", graph_names[index], e.what()));
      }
    }
    shelf.publish();
    return {};
  }

  std::unique_ptr<Session> session() const override {
    std::array<ov::InferRequest, graph_count> requests;
    for (std::size_t i = 0; i < graph_count; ++i) {
      // create_infer_request() is const only in name.
      if (compiled_[i]) requests[i] = const_cast<ov::CompiledModel&>(compiled_[i]).create_infer_request();
    }
    return std::make_unique<OpenvinoSession>(std::move(requests));
  }

 private:
  // A cache that cannot be read or written must not stop the reading.
  static ov::CompiledModel compile(const std::shared_ptr<ov::Model>& model, ov::AnyMap properties) {
    if (properties.count(ov::cache_dir.name()) != 0) {
      try {
        return core().compile_model(model, "CPU", properties);
      } catch (const std::exception&) {
        properties.erase(ov::cache_dir.name());
      }
    }
    return core().compile_model(model, "CPU", properties);
  }

  std::array<ov::CompiledModel, graph_count> compiled_;
};

}  // namespace

Result<std::unique_ptr<Runtime>> Runtime::load(std::span<const GraphBytes> graphs,
                                               const RuntimeOptions& options) {
  auto runtime = std::make_unique<OpenvinoRuntime>();
  if (Done done = runtime->load(graphs, options); !done) return fail(done);
  return std::unique_ptr<Runtime>(std::move(runtime));
}

std::string runtime_version() { return fmt::format("OpenVINO {}", ov::get_openvino_version().buildNumber); }

}  // namespace sitrep
