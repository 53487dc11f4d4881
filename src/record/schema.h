// The JSON Schema of the record, made from the same table as the JSON itself.
#pragma once

#include <string>

namespace sitrep {

// JSON Schema (draft 2020-12) of one line of `sitrep read --json`, pretty-printed; the file
// docs/record.schema.json is this text, and a test keeps it so.
std::string record_schema();

}  // namespace sitrep
