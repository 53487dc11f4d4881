// Result<T>: a value or an Error. Never ignored: the class is [[nodiscard]].
//
//   Result<Document> read(...);
//   auto document = read(...);
//   if (!document) return fail(document);      // hands the error on
//   use(*document);
#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "base/error.h"

namespace sitrep {

template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
};

using Done = Result<void>;

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string where = {},
                                  std::string hint = {}) {
  return fail(Error{code, std::move(message), std::move(where), std::move(hint)});
}

template <class T>
tl::unexpected<Error> fail(const Result<T>& failed) {
  return tl::unexpected<Error>(failed.error());
}

}  // namespace sitrep
