#include "record/json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <type_traits>
#include <utility>

#include "base/limits.h"
#include "record/fields.h"

namespace sitrep {

namespace {

using Json = nlohmann::ordered_json;

template <class T>
concept Described = requires {
  Fields<T>::name;
};

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};

// ---------------------------------------------------------------------------------------- writing

class Writer {
 public:
  explicit Writer(const Positions& positions) : positions_(positions) {}

  template <class T>
  Json value(const T& x) {
    if constexpr (std::is_same_v<T, std::string>) {
      return x;
    } else if constexpr (std::is_same_v<T, Span>) {
      return {{"begin", at(x.begin)}, {"end", at(x.end)}};
    } else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, TimePoint> ||
                         std::is_same_v<T, DateTime>) {
      return x.iso();
    } else if constexpr (WireEnum<T>) {
      return std::string(name_of(x));
    } else if constexpr (is_vector<T>::value) {
      Json list = Json::array();
      for (const auto& item : x) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(item)>, Span>) {
          list.push_back(Json::array({at(item.begin), at(item.end)}));
        } else {
          list.push_back(value(item));
        }
      }
      return list;
    } else if constexpr (Described<T>) {
      Json outer = std::exchange(object_, Json::object());
      Fields<T>::visit(x, *this);
      return std::exchange(object_, std::move(outer));
    } else {
      static_assert(std::is_arithmetic_v<T>);
      return x;
    }
  }

  template <class T>
  void operator()(const char* key, const T& x, const char* /*meaning*/) {
    if constexpr (is_optional<T>::value) {
      if (x) object_[key] = value(*x);
    } else if constexpr (is_vector<T>::value) {
      if (!x.empty()) object_[key] = value(x);
    } else {
      object_[key] = value(x);
    }
  }

  template <class T>
  void always(const char* key, const T& x, const char* /*meaning*/) {
    object_[key] = value(x);
  }

  void unless_empty(const char* key, const std::string& x, const char* /*meaning*/) {
    if (!x.empty()) object_[key] = x;
  }

  // The day under `key`, the whole of it with time and zone under `key`_at where they are told.
  void date_time(const char* key, const std::optional<DateTime>& x, const char* /*meaning*/) {
    if (!x) return;
    object_[key] = x->date.iso();
    if (x->second_of_day) object_[std::string(key) + "_at"] = x->iso();
  }

  void range(const Span& span) {
    object_["begin"] = at(span.begin);
    object_["end"] = at(span.end);
  }
  void range(const std::optional<Span>& span) {
    if (span) range(*span);
  }

 private:
  std::uint32_t at(std::uint32_t byte) const { return positions_.code_points(byte); }

  const Positions& positions_;
  Json object_ = Json::object();
};

template <class T>
std::string line_of(const T& x, const Positions& positions) {
  Json line = Json::object();
  line["type"] = std::string(Fields<T>::name);
  line["data"] = Writer(positions).value(x);
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// ---------------------------------------------------------------------------------------- reading

class Reader {
 public:
  explicit Reader(const Positions* positions) : positions_(positions) {}

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

  template <class T>
  void value(const Json& json, T& x) {
    if constexpr (std::is_same_v<T, std::string>) {
      if (!json.is_string()) return wrong("wants a string");
      x = json.get<std::string>();
    } else if constexpr (std::is_same_v<T, bool>) {
      if (!json.is_boolean()) return wrong("wants true or false");
      x = json.get<bool>();
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
      if (!json.is_number_integer()) return wrong("wants a whole number");
      x = json.get<std::int64_t>();
    } else if constexpr (std::is_same_v<T, double>) {
      if (!json.is_number()) return wrong("wants a number");
      x = json.get<double>();
    } else if constexpr (std::is_same_v<T, Span>) {
      if (!json.is_object() || !json.contains("begin") || !json.contains("end"))
        return wrong("wants begin and end");
      span(json["begin"], json["end"], x);
    } else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, TimePoint> ||
                         std::is_same_v<T, DateTime>) {
      std::optional<T> parsed;
      if (json.is_string()) parsed = T::parse(json.get_ref<const std::string&>());
      if (!parsed) return wrong("wants a date such as 2031-05-04");
      x = *parsed;
    } else if constexpr (WireEnum<T>) {
      std::optional<T> parsed;
      if (json.is_string()) parsed = parse_enum<T>(json.get_ref<const std::string&>());
      if (!parsed) return wrong("wants one of " + std::string(EnumNames<T>::list));
      x = *parsed;
    } else if constexpr (is_vector<T>::value) {
      list(json, x);
    } else {
      static_assert(Described<T>);
      if (!json.is_object()) return wrong("wants an object");
      const Json* outer = std::exchange(object_, &json);
      Fields<T>::visit(x, *this);
      object_ = outer;
    }
  }

  template <class T>
  void operator()(const char* key, T& x, const char* /*meaning*/) {
    const Json* found = find(key);
    if constexpr (is_optional<T>::value) {
      if (found == nullptr) return;
      x = blank<typename T::value_type>();
      member(key, *found, *x);
    } else if constexpr (is_vector<T>::value) {
      if (found != nullptr) member(key, *found, x);
    } else {
      if (found == nullptr) return wrong(fmt::format("lacks \"{}\"", key));
      member(key, *found, x);
    }
  }

  template <class T>
  void always(const char* key, T& x, const char* /*meaning*/) {
    const Json* found = find(key);
    if (found == nullptr) return wrong(fmt::format("lacks \"{}\"", key));
    member(key, *found, x);
  }

  void unless_empty(const char* key, std::string& x, const char* /*meaning*/) {
    if (const Json* found = find(key)) member(key, *found, x);
  }

  void date_time(const char* key, std::optional<DateTime>& x, const char* /*meaning*/) {
    const Json* whole = find((std::string(key) + "_at").c_str());
    const Json* found = whole != nullptr ? whole : find(key);
    if (found == nullptr) return;
    x = blank<DateTime>();
    member(key, *found, *x);
  }

  void range(Span& x) {
    const Json* begin = find("begin");
    const Json* end = find("end");
    if (begin == nullptr || end == nullptr) return wrong("lacks \"begin\" or \"end\"");
    span(*begin, *end, x);
  }
  void range(std::optional<Span>& x) {
    if (find("begin") == nullptr && find("end") == nullptr) return;
    x.emplace();
    range(*x);
  }

 private:
  // Date has no public default: an unset one must not exist.
  template <class T>
  static T blank() {
    if constexpr (std::is_same_v<T, Date>) {
      return Date::from_days(0);
    } else if constexpr (std::is_same_v<T, TimePoint>) {
      return TimePoint{Date::from_days(0), {}};
    } else if constexpr (std::is_same_v<T, DateTime>) {
      return DateTime{Date::from_days(0), {}, {}};
    } else {
      return T{};
    }
  }

  const Json* find(const char* key) const {
    auto found = object_->find(key);
    return found == object_->end() ? nullptr : &*found;
  }

  template <class T>
  void member(const char* key, const Json& json, T& x) {
    std::size_t size = path_.size();
    path_ += '/';
    path_ += key;
    value(json, x);
    path_.resize(size);
  }

  template <class T>
  void list(const Json& json, std::vector<T>& x) {
    if (!json.is_array()) return wrong("wants a list");
    x.clear();
    for (std::size_t i = 0; i < json.size() && !error_; ++i) {
      x.push_back(blank<T>());
      std::size_t size = path_.size();
      path_ += '/' + std::to_string(i);
      if constexpr (std::is_same_v<T, Span>) {
        if (!json[i].is_array() || json[i].size() != 2) {
          wrong("wants [begin, end]");
        } else {
          span(json[i][0], json[i][1], x.back());
        }
      } else {
        value(json[i], x.back());
      }
      path_.resize(size);
    }
  }

  void span(const Json& begin, const Json& end, Span& x) {
    if (!begin.is_number_unsigned() || !end.is_number_unsigned())
      return wrong("wants begin and end from 0 up");
    if (positions_ == nullptr) return wrong("has a span, but no report came before it");
    auto first = begin.get<std::uint64_t>();
    auto last = end.get<std::uint64_t>();
    if (first > last || last > positions_->size_code_points()) {
      return wrong(fmt::format("has the span {}-{}, outside the text of {} characters", first, last,
                               positions_->size_code_points()));
    }
    x = {*positions_->byte_of_code_point(static_cast<std::uint32_t>(first)),
         *positions_->byte_of_code_point(static_cast<std::uint32_t>(last))};
  }

  void wrong(std::string message) {
    if (error_) return;  // the first fault is the one to mend
    error_ = Error{ErrorCode::bad_record, fmt::format("{} {}", path_.empty() ? "/" : path_, message), {}, {}};
  }

  const Positions* positions_;
  const Json* object_ = nullptr;
  std::string path_ = "/data";
  std::optional<Error> error_;
};

template <class T>
Result<Record> read_as(const Json& data, const Positions* positions) {
  T x{};
  Reader reader(positions);
  reader.value(data, x);
  if (reader.error()) return fail(*reader.error());
  return Record(std::move(x));
}

// nlohmann's parser keeps its own stack, but what it builds is walked recursively: bound the depth.
Json parse_bounded(std::string_view text) {
  auto bounded = [](int depth, Json::parse_event_t, Json&) {
    if (depth > static_cast<int>(limits::json_depth_max)) throw std::length_error("nested too deeply");
    return true;
  };
  return Json::parse(text.begin(), text.end(), bounded);
}

template <std::size_t I = 0>
Result<Record> read_type(std::string_view type, const Json& data, const Positions* positions) {
  if constexpr (I == std::variant_size_v<Record>) {
    return fail(ErrorCode::bad_record, fmt::format("/type \"{}\" is none that this version knows", type));
  } else {
    using T = std::variant_alternative_t<I, Record>;
    if (type == Fields<T>::name) return read_as<T>(data, positions);
    return read_type<I + 1>(type, data, positions);
  }
}

}  // namespace

std::string json_line(const Report& report, const Positions& positions) { return line_of(report, positions); }
std::string json_line(const Claim& claim, const Positions& positions) { return line_of(claim, positions); }
std::string json_line(const Record& record, const Positions& positions) {
  return std::visit([&](const auto& x) { return line_of(x, positions); }, record);
}

std::string json_lines(const Report& report, const Findings& findings, const Positions& positions) {
  std::string out = line_of(report, positions) + '\n';
  for (const Claim& x : findings.claims) out += line_of(x, positions) + '\n';
  for (const Relation& x : findings.relations) out += line_of(x, positions) + '\n';
  for (const Silence& x : findings.silences) out += line_of(x, positions) + '\n';
  for (const ReportNote& x : findings.notes) out += line_of(x, positions) + '\n';
  return out;
}

std::string json_lines(const Report& report, const std::vector<Mention>& mentions,
                       const std::vector<ReportNote>& notes, const Positions& positions) {
  std::string out = line_of(report, positions) + '\n';
  for (const Mention& x : mentions) out += line_of(x, positions) + '\n';
  for (const ReportNote& x : notes) out += line_of(x, positions) + '\n';
  return out;
}

Result<Record> RecordReader::read(std::string_view line) {
  try {
    Json json = parse_bounded(line);
    if (!json.is_object() || !json.contains("type") || !json["type"].is_string() || !json.contains("data")) {
      return fail(ErrorCode::bad_record, "wants {\"type\": ..., \"data\": {...}}");
    }
    const auto& type = json["type"].get_ref<const std::string&>();
    const Json& data = json["data"];
    if (type == Fields<Report>::name && data.is_object() && data.contains("text") &&
        data["text"].is_string()) {
      positions_.emplace(data["text"].get_ref<const std::string&>());
    }
    return read_type(type, data, positions_ ? &*positions_ : nullptr);
  } catch (const std::exception& error) {  // what the JSON library throws at text that is no JSON
    return fail(ErrorCode::bad_record, error.what());
  }
}

}  // namespace sitrep
