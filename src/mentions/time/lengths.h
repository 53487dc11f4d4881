// Values of lengths of time and of what comes again: "P3W", "PT5H30M", "PXD", "XXXX-WXX-5".
#pragma once

#include <string>

#include "mentions/time/expression.h"

namespace sitrep::timex {

std::string length_value(Unit unit, const Amount& amount);
std::string set_value(const Expression& e);

}  // namespace sitrep::timex
