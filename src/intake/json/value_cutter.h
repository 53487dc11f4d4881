// Cuts single JSON values out of a stream, knowing strings and brackets only: what is inside is
// checked by whoever reads the value.
#pragma once

#include <cstddef>
#include <string>

#include "intake/stream/byte_reader.h"

namespace sitrep {

enum class JsonCut { whole, too_long, cut_short };

// The value that starts at the reader's next byte. Of one with more than `most` bytes the first
// `most` are kept, the rest is passed over.
JsonCut cut_json_value(ByteReader& reader, std::string& value, std::size_t most);

// Passes over white space and record separators (RFC 7464); the next byte, 0 at the end.
char skip_json_blanks(ByteReader& reader);

// Whether lines, each by itself, are the values of what comes next: the first line ends where its
// object does, or where no printer of JSON would break a line, or the next one cannot go on with it.
bool comes_in_lines(ByteReader& reader);

}  // namespace sitrep
