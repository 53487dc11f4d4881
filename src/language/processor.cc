#include <array>
#include <string>

#include "language/runtime.h"

namespace sitrep {

// What matters to the speed of int8 and bf16 arithmetic, quickest last.
std::string processor_features() {
#if defined(__x86_64__)
  __builtin_cpu_init();
  std::string features;
  auto add = [&](bool has, const char* name) {
    if (has) features += (features.empty() ? "" : ", ") + std::string(name);
  };
  add(__builtin_cpu_supports("avx2"), "AVX2");
  add(__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw"), "AVX-512");
  add(__builtin_cpu_supports("avx512vnni"), "VNNI");
  add(__builtin_cpu_supports("avx512bf16"), "BF16");
  return features.empty() ? "SSE" : features;
#else
  return "unknown";
#endif
}

}  // namespace sitrep
