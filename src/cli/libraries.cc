#include "cli/libraries.h"

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
  };
}

}  // namespace sitrep
