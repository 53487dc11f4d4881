#include "intake/stream/byte_reader.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace sitrep {

namespace {

constexpr std::size_t chunk_bytes = 64U << 10;

}  // namespace

bool ByteReader::fill() {
  if (ended_) return false;
  // What was passed over leaves once it is the larger part: each byte moves at most twice.
  if (begin_ > 0 && begin_ >= buffer_.size() - begin_) {
    buffer_.erase(0, begin_);
    passed_ += begin_;
    begin_ = 0;
  }
  std::size_t held = buffer_.size();
  buffer_.resize(held + chunk_bytes);
  auto count = stream_->read(buffer_.data() + held, chunk_bytes);
  buffer_.resize(held + (count ? *count : 0));
  if (!count) failure_ = count.error();
  ended_ = !count || *count == 0;
  return !ended_;
}

std::string_view ByteReader::peek(std::size_t least) {
  while (buffer_.size() - begin_ < least && fill()) {
  }
  return std::string_view(buffer_).substr(begin_);
}

void ByteReader::skip(std::size_t count) {
  assert(count <= buffer_.size() - begin_);
  begin_ += count;
}

bool ByteReader::skip_far(std::uint64_t count) {
  while (count > 0) {
    std::string_view next = peek(1);
    if (next.empty()) return false;
    auto step = static_cast<std::size_t>(std::min<std::uint64_t>(count, next.size()));
    skip(step);
    count -= step;
  }
  return true;
}

ByteReader::Line ByteReader::take_line(std::string& line, std::size_t most) {
  line.clear();
  if (at_end()) return Line::none;
  std::size_t searched = 0;
  for (;;) {
    std::string_view next = peek(searched + 1);
    const void* found =
        next.size() > searched ? std::memchr(next.data() + searched, '\n', next.size() - searched) : nullptr;
    if (found != nullptr) {
      auto size = static_cast<std::size_t>(static_cast<const char*>(found) - next.data());
      if (size > most) {
        line.assign(next.substr(0, most));
        skip(size + 1);
        return Line::too_long;
      }
      line.assign(next.substr(0, size > 0 && next[size - 1] == '\r' ? size - 1 : size));
      skip(size + 1);
      return Line::whole;
    }
    if (next.size() > most) {
      line.assign(next.substr(0, most));
      bool ended = false;
      while (!ended) {
        next = peek(1);
        if (next.empty()) break;
        std::size_t end = next.find('\n');
        ended = end != std::string_view::npos;
        skip(ended ? end + 1 : next.size());
      }
      return Line::too_long;
    }
    if (ended_) {
      skip(next.size());
      if (failure_) return Line::none;
      line.assign(next.substr(0, next.ends_with('\r') ? next.size() - 1 : next.size()));
      return Line::whole;
    }
    searched = next.size();
  }
}

void ByteReader::take(std::string& to, std::size_t count) {
  std::string_view next = peek(count);
  to.assign(next.substr(0, count));
  skip(to.size());
}

Result<std::size_t> ByteReader::read(char* to, std::size_t size) {
  std::string_view next = peek(1);
  if (next.empty()) {
    if (failure_) return fail(*failure_);
    return std::size_t{0};
  }
  std::size_t count = std::min(size, next.size());
  std::memcpy(to, next.data(), count);
  skip(count);
  return count;
}

}  // namespace sitrep
