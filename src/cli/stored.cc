#include "cli/stored.h"

#include <utility>

#include "base/limits.h"
#include "record/json.h"

namespace sitrep {

namespace {

Error damaged(const Error& error, const std::string& report) {
  return {ErrorCode::damaged_ledger, "a stored record cannot be read: " + error.message,
          "report " + report + (error.where.empty() ? "" : " " + error.where),
          "sitrep verify names all that is wrong"};
}

}  // namespace

Result<ReadBack> read_back(const StoredReport& stored) {
  RecordReader reader;
  auto first = reader.read(stored.report_json);
  if (!first) return fail(damaged(first.error(), stored.row.id));
  auto* report = std::get_if<Report>(&*first);
  if (report == nullptr) return fail(damaged({ErrorCode::bad_record, "it is no report"}, stored.row.id));
  Positions positions(report->text);
  ReadBack back{std::move(*report), {}, std::move(positions)};
  for (const auto* lines : {&stored.claims, &stored.others}) {
    for (const std::string& line : *lines) {
      auto record = reader.read(line);
      if (!record) return fail(damaged(record.error(), stored.row.id));
      if (auto* claim = std::get_if<Claim>(&*record)) back.findings.claims.push_back(std::move(*claim));
      if (auto* relation = std::get_if<Relation>(&*record))
        back.findings.relations.push_back(std::move(*relation));
      if (auto* silence = std::get_if<Silence>(&*record))
        back.findings.silences.push_back(std::move(*silence));
      if (auto* note = std::get_if<ReportNote>(&*record)) back.findings.notes.push_back(std::move(*note));
    }
  }
  return back;
}

Result<Claim> claim_for_row(const ClaimRow& row) {
  RecordReader reader(Positions::of_ascii(static_cast<std::uint32_t>(limits::text_bytes_max)));
  auto record = reader.read(row.json);
  if (!record) return fail(damaged(record.error(), row.report_id));
  auto* claim = std::get_if<Claim>(&*record);
  if (claim == nullptr) return fail(damaged({ErrorCode::bad_record, "it is no claim"}, row.report_id));
  return std::move(*claim);
}

}  // namespace sitrep
