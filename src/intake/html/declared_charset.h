// The charset that a page's own head declares: <meta charset=...> or its http-equiv form, looked for
// in the bytes before they are decoded.
#pragma once

#include <string>
#include <string_view>

namespace sitrep::html {

// Empty where the first kilobytes declare none.
std::string declared_charset(std::string_view page);

}  // namespace sitrep::html
