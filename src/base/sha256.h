// SHA-256 (FIPS 180-4), by libcrypto. What names a report: the hash of its own bytes.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace sitrep
