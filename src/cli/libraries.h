// The libraries that decide what is read, with the versions that run.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sitrep {

std::vector<std::pair<std::string, std::string>> libraries();

}  // namespace sitrep
