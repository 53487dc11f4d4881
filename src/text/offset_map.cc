#include "text/offset_map.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace sitrep {

namespace {

void append_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 35 && !bytes.empty(); shift += 7) {
    auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

}  // namespace

std::uint32_t OffsetMap::run_end(std::size_t i) const {
  return i + 1 < runs_.size() ? runs_[i + 1].target_begin : target_bytes_;
}

std::size_t OffsetMap::run_at(std::uint32_t target) const {
  auto after = std::upper_bound(runs_.begin(), runs_.end(), target,
                                [](std::uint32_t at, const Run& run) { return at < run.target_begin; });
  return static_cast<std::size_t>(after - runs_.begin()) - 1;  // the first run begins at 0
}

void OffsetMap::add(Run run, std::uint32_t target_bytes) {
  if (target_bytes == 0) return;
  bool joins = false;
  if (!runs_.empty() && runs_.back().kind == run.kind) {
    const Run& last = runs_.back();
    joins = run.kind == Kind::inserted ||
            (run.kind == Kind::verbatim &&
             last.source_begin + (target_bytes_ - last.target_begin) == run.source_begin);
  }
  if (!joins) runs_.push_back(run);
  target_bytes_ += target_bytes;
}

void OffsetMap::add_verbatim(std::uint32_t target_bytes, std::uint32_t source_begin) {
  add({target_bytes_, source_begin, 0, Kind::verbatim}, target_bytes);
}

void OffsetMap::add_replaced(std::uint32_t target_bytes, std::uint32_t source_begin,
                             std::uint32_t source_bytes) {
  add({target_bytes_, source_begin, source_bytes, Kind::replaced}, target_bytes);
}

void OffsetMap::add_inserted(std::uint32_t target_bytes) {
  add({target_bytes_, 0, 0, Kind::inserted}, target_bytes);
}

void OffsetMap::append_slice(const OffsetMap& part, Span span) {
  assert(span.end <= part.target_bytes_);
  if (span.empty()) return;
  for (std::size_t i = part.run_at(span.begin);
       i < part.runs_.size() && part.runs_[i].target_begin < span.end; ++i) {
    Run run = part.runs_[i];
    std::uint32_t begin = std::max(run.target_begin, span.begin);
    std::uint32_t end = std::min(part.run_end(i), span.end);
    if (run.kind == Kind::verbatim) run.source_begin += begin - run.target_begin;
    run.target_begin = target_bytes_;
    add(run, end - begin);
  }
}

OffsetMap OffsetMap::identity(std::uint32_t bytes) {
  OffsetMap map;
  map.add_verbatim(bytes, 0);
  return map;
}

std::optional<Span> OffsetMap::to_source(Span target) const {
  if (runs_.empty() || target.begin >= target_bytes_ || target.end > target_bytes_) return std::nullopt;
  std::optional<Span> source;
  std::uint32_t last = std::max(target.end, target.begin + 1);
  for (std::size_t i = run_at(target.begin); i < runs_.size() && runs_[i].target_begin < last; ++i) {
    const Run& run = runs_[i];
    if (run.kind == Kind::inserted) continue;
    Span piece{run.source_begin, run.source_begin + run.source_bytes};
    if (run.kind == Kind::verbatim) {
      std::uint32_t begin = std::max(run.target_begin, target.begin);
      std::uint32_t end = std::max(begin, std::min(run_end(i), target.end));
      piece = {run.source_begin + (begin - run.target_begin), run.source_begin + (end - run.target_begin)};
    }
    source = source ? cover(*source, piece) : piece;
  }
  return source;
}

OffsetMap OffsetMap::then(const OffsetMap& inner) const {
  OffsetMap out;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const Run& run = runs_[i];
    std::uint32_t size = run_end(i) - run.target_begin;
    if (run.kind == Kind::verbatim && run.source_begin + size <= inner.target_bytes_) {
      out.append_slice(inner, {run.source_begin, run.source_begin + size});
      continue;
    }
    std::optional<Span> source;
    if (run.kind == Kind::replaced)
      source = inner.to_source({run.source_begin, run.source_begin + run.source_bytes});
    if (source) {
      out.add_replaced(size, source->begin, static_cast<std::uint32_t>(source->size()));
    } else {
      out.add_inserted(size);
    }
  }
  return out;
}

bool OffsetMap::is_identity() const {
  return runs_.empty() ||
         (runs_.size() == 1 && runs_[0].kind == Kind::verbatim && runs_[0].source_begin == 0);
}

std::string OffsetMap::serialize() const {
  std::string out;
  append_varint(out, runs_.size());
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const Run& run = runs_[i];
    append_varint(out,
                  (std::uint64_t{run_end(i) - run.target_begin} << 2) | static_cast<std::uint64_t>(run.kind));
    if (run.kind == Kind::inserted) continue;
    append_varint(out, run.source_begin);
    if (run.kind == Kind::replaced) append_varint(out, run.source_bytes);
  }
  return out;
}

std::optional<OffsetMap> OffsetMap::parse(std::string_view bytes) {
  constexpr std::uint64_t max = std::numeric_limits<std::uint32_t>::max() / 4;
  OffsetMap map;
  auto count = take_varint(bytes);
  if (!count) return std::nullopt;
  for (std::uint64_t i = 0; i < *count; ++i) {
    auto head = take_varint(bytes);
    if (!head) return std::nullopt;
    std::uint64_t size = *head >> 2;
    auto kind = static_cast<Kind>(*head & 3);
    if (size == 0 || size > max || map.target_bytes_ + size > max || kind > Kind::inserted)
      return std::nullopt;
    std::uint64_t source_begin = 0;
    std::uint64_t source_bytes = 0;
    if (kind != Kind::inserted) {
      auto begin = take_varint(bytes);
      if (!begin || *begin > max) return std::nullopt;
      source_begin = *begin;
    }
    if (kind == Kind::replaced) {
      auto length = take_varint(bytes);
      if (!length || *length > max) return std::nullopt;
      source_bytes = *length;
    }
    map.add({map.target_bytes_, static_cast<std::uint32_t>(source_begin),
             static_cast<std::uint32_t>(source_bytes), kind},
            static_cast<std::uint32_t>(size));
  }
  if (!bytes.empty()) return std::nullopt;
  return map;
}

}  // namespace sitrep
