#include "record/schema.h"

#include <nlohmann/json.hpp>
#include <type_traits>

#include "record/fields.h"
#include "record/json.h"

namespace sitrep {

namespace {

using Json = nlohmann::ordered_json;

class SchemaWriter {
 public:
  // Defines T under $defs (once) and gives the reference to it.
  template <class T>
  Json reference() {
    std::string name(Fields<T>::name);
    if (!defs_.contains(name)) {
      defs_[name] = nullptr;  // taken, should it refer to itself
      Json outer_properties = std::exchange(properties_, Json::object());
      Json outer_required = std::exchange(required_, Json::array());
      T blank{};
      Fields<T>::visit(blank, *this);
      defs_[name] = {{"type", "object"}, {"properties", properties_}, {"required", required_}};
      properties_ = std::move(outer_properties);
      required_ = std::move(outer_required);
    }
    return {{"$ref", "#/$defs/" + name}};
  }

  template <class T>
  void operator()(const char* key, const T& /*x*/, const char* meaning) {
    add(key, type<T>(), meaning);
    if constexpr (!requires { typename T::value_type; } || std::is_same_v<T, std::string>)
      required_.push_back(key);
  }
  template <class T>
  void always(const char* key, const T& /*x*/, const char* meaning) {
    add(key, type<T>(), meaning);
    required_.push_back(key);
  }
  void unless_empty(const char* key, const std::string& /*x*/, const char* meaning) {
    add(key, type<std::string>(), meaning);
  }
  void date_time(const char* key, const std::optional<DateTime>& /*x*/, const char* meaning) {
    add(key, type<Date>(), meaning);
    add((std::string(key) + "_at").c_str(), type<DateTime>(), "the same, with time of day and zone");
  }
  void range(const Span& /*x*/) {
    offsets();
    required_.push_back("begin");
    required_.push_back("end");
  }
  void range(const std::optional<Span>& /*x*/) { offsets(); }

  [[nodiscard]] const Json& defs() const { return defs_; }

 private:
  void add(const char* key, Json schema, const char* meaning) {
    schema["description"] = meaning;
    properties_[key] = std::move(schema);
  }

  void offsets() {
    add("begin", offset(), "first code point of the report's text");
    add("end", offset(), "code point after the last");
  }

  static Json offset() { return {{"type", "integer"}, {"minimum", 0}}; }

  template <class T>
  Json type() {
    if constexpr (std::is_same_v<T, std::string>) {
      return {{"type", "string"}, {"minLength", 1}};
    } else if constexpr (std::is_same_v<T, bool>) {
      return {{"type", "boolean"}};
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
      return {{"type", "integer"}};
    } else if constexpr (std::is_same_v<T, double>) {
      return {{"type", "number"}};
    } else if constexpr (std::is_same_v<T, Date>) {
      return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
    } else if constexpr (std::is_same_v<T, TimePoint>) {
      return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$"}};
    } else if constexpr (std::is_same_v<T, DateTime>) {
      return {{"type", "string"},
              {"pattern",
               "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?)?$"}};
    } else if constexpr (std::is_same_v<T, Span>) {
      return {{"type", "object"},
              {"properties", {{"begin", offset()}, {"end", offset()}}},
              {"required", {"begin", "end"}}};
    } else if constexpr (WireEnum<T>) {
      Json names = Json::array();
      for (std::string_view name : enum_names<T>()) names.push_back(std::string(name));
      return {{"enum", names}};
    } else if constexpr (std::is_same_v<T, std::vector<Span>>) {
      return {{"type", "array"},
              {"items", {{"type", "array"}, {"items", offset()}, {"minItems", 2}, {"maxItems", 2}}}};
    } else if constexpr (requires { Fields<T>::name; }) {
      return reference<T>();
    } else if constexpr (requires(T x) { x.has_value(); }) {
      return type<typename T::value_type>();
    } else {
      return {{"type", "array"}, {"items", type<typename T::value_type>()}};
    }
  }

  Json defs_ = Json::object();
  Json properties_ = Json::object();
  Json required_ = Json::array();
};

template <std::size_t... I>
Json lines(SchemaWriter& writer, std::index_sequence<I...>) {
  Json any = Json::array();
  auto add = [&]<class T>(std::type_identity<T>) {
    Json reference = writer.reference<T>();
    any.push_back({{"properties", {{"type", {{"const", std::string(Fields<T>::name)}}}, {"data", reference}}},
                   {"required", {"type", "data"}}});
  };
  (add(std::type_identity<std::variant_alternative_t<I, Record>>{}), ...);
  return any;
}

}  // namespace

std::string record_schema() {
  SchemaWriter writer;
  Json any = lines(writer, std::make_index_sequence<std::variant_size_v<Record>>{});
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"title", "One line of a Sitrep record"},
                 {"type", "object"},
                 {"oneOf", any},
                 {"$defs", writer.defs()}};
  return schema.dump(1) + "\n";
}

}  // namespace sitrep
