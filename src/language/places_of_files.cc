#include "language/places_of_files.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace sitrep {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

std::string english_model_path() {
  if (std::string named = environment("SITREP_MODEL"); !named.empty()) return named;
  std::error_code failed;
  std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
  if (!failed) {
    std::filesystem::path installed =
        program.parent_path().parent_path() / "share" / "sitrep" / "english.model";
    if (std::filesystem::exists(installed, failed)) return installed.string();
  }
  return SITREP_MODELS_DIR "/english.model";
}

std::string cache_folder() {
  if (std::string base = environment("XDG_CACHE_HOME"); base.starts_with('/')) return base + "/sitrep";
  if (std::string home = environment("HOME"); home.starts_with('/')) return home + "/.cache/sitrep";
  return {};
}

}  // namespace sitrep
