#include "ledger/words.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/packed.h"
#include "record/json.h"

namespace sitrep {
namespace {

void add(std::string& words, const std::optional<std::string>& more) {
  if (more && !more->empty()) words += "\n" + *more;
}

// A typed piece: a word or a phrase, and what stands around it.
struct Term {
  std::string words;
  bool prefix = false, without = false, or_before = false;
};

bool is_word_byte(char c) {
  // Letters and digits of ASCII, and all of other scripts; the tokenizer cuts these.
  auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool has_word(std::string_view text) {
  for (char c : text) {
    if (is_word_byte(c)) return true;
  }
  return false;
}

std::vector<Term> terms_of(std::string_view typed) {
  std::vector<Term> terms;
  bool or_next = false;
  for (std::size_t at = 0; at < typed.size();) {
    if (typed[at] == ' ' || typed[at] == '\t' || typed[at] == '\n') {
      ++at;
      continue;
    }
    Term term;
    if (typed[at] == '-') {
      term.without = true;
      ++at;
    }
    std::size_t end = 0;
    if (at < typed.size() && typed[at] == '"') {
      ++at;
      end = std::min(typed.find('"', at), typed.size());
      term.words = typed.substr(at, end - at);
      at = std::min(end + 1, typed.size());
    } else {
      end = std::min(typed.find_first_of(" \t\n\"", at), typed.size());
      term.words = typed.substr(at, end - at);
      at = end;
      if (term.words == "OR" && !term.without && !terms.empty()) {
        or_next = true;
        continue;
      }
    }
    if (at < typed.size() && typed[at] == '*') ++at, term.prefix = true;
    if (term.words.ends_with('*')) term.prefix = true;
    std::string clean;
    for (char c : term.words) clean += c == '"' || c == '\0' ? ' ' : c;
    term.words = clean;
    if (!has_word(term.words)) continue;
    term.or_before = std::exchange(or_next, false) && !term.without;
    terms.push_back(std::move(term));
  }
  return terms;
}

std::string quoted(const Term& term) { return "\"" + term.words + "\"" + (term.prefix ? " *" : ""); }

}  // namespace

std::string words_of(const Claim& claim, std::string_view text) {
  std::string words;
  if (claim.evidence.end <= text.size()) words = text.substr(claim.evidence.begin, claim.evidence.size());
  add(words, claim.event.type);
  add(words, claim.event.subtype);
  for (const Actor& actor : claim.actors) add(words, actor.name);
  if (claim.place) add(words, claim.place->name);
  for (const Place& place : claim.places) add(words, place.name);
  add(words, claim.source.name);
  add(words, claim.source.role);
  add(words, claim.source.body);
  for (const Channel& channel : claim.source.channels) add(words, channel.name);
  return words;
}

std::string search_expression(std::string_view typed) {
  std::string wanted;
  std::string unwanted;
  for (const Term& term : terms_of(typed)) {
    if (term.without) {
      unwanted += (unwanted.empty() ? "" : " OR ") + quoted(term);
    } else if (term.or_before && wanted.ends_with(')')) {
      wanted.pop_back();
      wanted += " OR " + quoted(term) + ")";
    } else {
      wanted += (wanted.empty() ? "(" : " AND (") + quoted(term) + ")";
    }
  }
  if (wanted.empty()) return {};  // FTS5 cannot give all but some
  return unwanted.empty() ? wanted : "(" + wanted + ") NOT (" + unwanted + ")";
}

Result<StoredWords> StoredWords::of(const Database& database) {
  StoredWords stored;
  stored.database_ = &database;
  auto claims = database.prepare(
      "SELECT claim_texts.claim, claim_texts.json FROM readings JOIN claim_texts ON claim_texts.claim "
      "BETWEEN first_claim AND first_claim + readings.claims - 1 WHERE readings.document = ? "
      "ORDER BY claim_texts.claim");
  if (!claims) return fail(claims);
  stored.claims_ = std::move(*claims);
  return stored;
}

Result<const Report*> StoredWords::report(std::int64_t size, std::string_view data) {
  auto json = unpack(data, size, value_bytes_max);
  if (!json) return fail(ErrorCode::damaged_ledger, "a text does not unpack", database_->path());
  reader_ = RecordReader();
  auto record = reader_.read(*json);
  if (!record) return fail(record);
  auto* report = std::get_if<Report>(&*record);
  if (report == nullptr)
    return fail(ErrorCode::damaged_ledger, "a text is another record's", database_->path());
  report_ = std::move(*report);
  return &report_;
}

Done StoredWords::each_claim(std::int64_t document,
                             const std::function<Done(std::int64_t claim, const std::string& words)>& take) {
  claims_.bind(document);
  for (;;) {
    auto more = claims_.step();
    if (!more) return fail(more);
    if (!*more) return {};
    auto told = reader_.read(claims_.text(1));
    const auto* claim = told ? std::get_if<Claim>(&*told) : nullptr;
    if (claim == nullptr) continue;
    if (auto done = take(claims_.integer(0), words_of(*claim, report_.text)); !done) {
      claims_.reset();
      return done;
    }
  }
}

Done index_all(const Database& database) {
  auto documents = database.prepare(
      "SELECT documents.n, texts.size, texts.data FROM documents JOIN texts ON document = documents.n ORDER "
      "BY documents.n");
  auto words = StoredWords::of(database);
  auto add_report = database.prepare(insert_report_words);
  auto add_claim = database.prepare(insert_claim_words);
  if (!documents || !words || !add_report || !add_claim) return fail(database.error());
  for (;;) {
    auto row = documents->step();
    if (!row) return fail(row);
    if (!*row) return {};
    // What does not unpack or read is not found by its words; verify names it.
    auto report = words->report(documents->integer(1), documents->blob(2));
    if (!report) continue;
    auto done = add_report->bind(documents->integer(0))
                    .bind((*report)->publication.headline.value_or(""))
                    .bind((*report)->text)
                    .run();
    if (!done) return done;
    done = words->each_claim(documents->integer(0), [&](std::int64_t claim, const std::string& told) {
      return add_claim->bind(claim).bind(told).run();
    });
    if (!done) return done;
  }
}

}  // namespace sitrep
