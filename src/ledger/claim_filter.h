// What a Query asks of claims, as SQL, and the quickest way to the claims that fit.
//
// There are two ways to a page. Walking goes along an index in the order asked for and drops what
// does not fit: quick where many fit. Gathering takes the few claims of a rare type, place, actor or
// outlet and sorts them: quick where few fit. Counting as many as are worth gathering tells which it is.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"
#include "ledger/ledger.h"
#include "ledger/sqlite.h"

namespace sitrep {

// SQL under way: text with a `?` for each value.
class Sql {
 public:
  Sql() = default;
  explicit Sql(std::string_view text) : text_(text) {}
  Sql& add(std::string_view text) {
    text_ += text;
    return *this;
  }
  Sql& bind(std::int64_t value) {
    values_.emplace_back(value);
    return *this;
  }
  Sql& bind(std::string value) {
    values_.emplace_back(std::move(value));
    return *this;
  }
  Sql& add(const Sql& other);
  [[nodiscard]] bool empty() const { return text_.empty(); }
  Result<Statement> prepare(const Database& database) const;

 private:
  std::string text_;
  std::vector<std::variant<std::int64_t, std::string>> values_;
};

// Claims gathered and sorted at most, a quarter where each is looked up in the table: 10 ms. In a
// small ledger an eighth of all; where more fit, walking finds a page soon.
inline constexpr std::int64_t gathered_max = 20'000;

// The numbers of the names that a query's outlet, place or actor means.
Sql names_like(std::string_view kind, const std::string& part);
Sql names_equal(std::string_view kind, const std::string& name);

// " AND ..." for each thing asked of a claim (of table `claims`).
Sql claim_conditions(const Query& query, bool with_dates, bool with_outlet);

// Whether the ledger can be asked so: words and decisions are known from version 3 on (older_ledger); words
// that say nothing are bad_usage.
Done can_ask(const Database& database, const Query& query);

// " AND ..." that leaves out readings that a later one supersedes; empty where there are none, and
// where the claims of one report are asked for.
Result<Sql> not_superseded(const Database& database, const Query& query);

// Where to take a few claims from: "FROM ... WHERE ..." that gives all claims that can fit, and maybe
// others. Nothing where too many can fit.
struct Gathering {
  Sql from;
  std::int64_t count = 0;  // about how many claims it gives
};
Result<std::optional<Gathering>> gathering(const Database& database, const Query& query, bool with_dates,
                                           bool with_outlet);

// Gives the numbers that the statements' rows begin with, one statement after the other, until `take` says
// false or fails.
Done each_number(const Database& database, const std::vector<Sql>& statements,
                 const std::function<Result<bool>(std::int64_t)>& take);

// The page of a list: of the numbers that it is offered, `take` gets those that the query's offset and limit
// leave.
class Page {
 public:
  Page(const Query& query, std::function<Result<bool>(std::int64_t)> take)
      : skip_(query.offset), left_(query.limit == 0 ? UINT64_MAX : query.limit), take_(std::move(take)) {}

  // Whether more is wanted.
  Result<bool> offer(std::int64_t n) {
    if (skip_ > 0) {
      --skip_;
      return true;
    }
    auto go_on = take_(n);
    if (!go_on) return go_on;
    return *go_on && --left_ > 0;
  }

 private:
  std::uint64_t skip_, left_;
  std::function<Result<bool>(std::int64_t)> take_;
};

}  // namespace sitrep
