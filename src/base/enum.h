// Enumerations whose enumerators are spelled as on the wire.
//
//   SITREP_ENUM(Polarity, affirmed, denied, negated)
//
// declares `enum class Polarity`, and makes `name_of(Polarity::denied)` the string "denied",
// `parse_enum<Polarity>("denied")` its inverse, and `enum_names<Polarity>()` the whole list in
// order of declaration. The enum, its JSON spelling and the JSON Schema can so never differ.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace sitrep {

template <class E>
struct EnumNames;  // specialised by SITREP_ENUM: `list` holds the comma-separated enumerators

namespace detail {

constexpr std::size_t count_names(std::string_view list) {
  std::size_t count = 1;
  for (char c : list) count += c == ',';
  return count;
}

template <std::size_t N>
constexpr std::array<std::string_view, N> split_names(std::string_view list) {
  std::array<std::string_view, N> names{};
  for (std::size_t i = 0, begin = 0; i < N; ++i) {
    std::size_t end = list.find(',', begin);
    if (end == std::string_view::npos) end = list.size();
    names[i] = list.substr(begin, end - begin);
    begin = end + 1;
    while (begin < list.size() && list[begin] == ' ') ++begin;
  }
  return names;
}

template <class E>
inline constexpr auto names = split_names<count_names(EnumNames<E>::list)>(EnumNames<E>::list);

}  // namespace detail

template <class E>
concept WireEnum = requires {
  EnumNames<E>::list;
};

template <WireEnum E>
constexpr std::span<const std::string_view> enum_names() {
  return detail::names<E>;
}

template <WireEnum E>
constexpr std::string_view name_of(E value) {
  return detail::names<E>[static_cast<std::size_t>(value)];
}

template <WireEnum E>
constexpr std::optional<E> parse_enum(std::string_view name) {
  for (std::size_t i = 0; i < detail::names<E>.size(); ++i) {
    if (detail::names<E>[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

}  // namespace sitrep

// Use inside namespace sitrep.
#define SITREP_ENUM(Name, ...)                             \
  enum class Name : unsigned char { __VA_ARGS__ };         \
  template <>                                              \
  struct EnumNames<Name> {                                 \
    static constexpr std::string_view list = #__VA_ARGS__; \
  }
