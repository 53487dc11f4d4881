#include "cli/libraries.h"

#include <brotli/decode.h>
#include <curl/curl.h>
#include <expat.h>
#include <fmt/format.h>
#include <lexbor/core/base.h>
#include <openssl/crypto.h>
#include <sqlite3.h>
#include <unicode/uversion.h>
#include <zlib.h>
#include <zstd.h>

#include <array>

namespace sitrep {

namespace {

std::string icu_version() {
  UVersionInfo version{};
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_getVersion(version);
  u_versionToString(version, text.data());
  return text.data();
}

// Twelve bits each of minor version and patch.
std::string brotli_version() {
  std::uint32_t version = BrotliDecoderVersion();
  return fmt::format("{}.{}.{}", version >> 24, version >> 12 & 0xFFF, version & 0xFFF);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> libraries() {
  XML_Expat_Version expat = XML_ExpatVersionInfo();
  return {
      {"SQLite", sqlite3_libversion()},
      {"Lexbor", LEXBOR_VERSION_STRING},
      {"ICU", icu_version()},
      {"Expat", fmt::format("{}.{}.{}", expat.major, expat.minor, expat.micro)},
      {"libcurl", curl_version_info(CURLVERSION_NOW)->version},
      {"OpenSSL", OpenSSL_version(OPENSSL_VERSION_STRING)},
      {"zlib", zlibVersion()},
      {"zstd", ZSTD_versionString()},
      {"brotli", brotli_version()},
  };
}

}  // namespace sitrep
