// The makers of all formats, one file each.
#pragma once

#include <memory>

#include "formats/formats.h"

namespace sitrep {

std::unique_ptr<FormatWriter> make_acled();
std::unique_ptr<FormatWriter> make_ucdp();
std::unique_ptr<FormatWriter> make_gdelt();
std::unique_ptr<FormatWriter> make_polecat();
std::unique_ptr<FormatWriter> make_plover();
std::unique_ptr<FormatWriter> make_geojson();
std::unique_ptr<FormatWriter> make_hxl();
std::unique_ptr<FormatWriter> make_ftm();
std::unique_ptr<FormatWriter> make_json_ld();
std::unique_ptr<FormatWriter> make_web_annotation();
std::unique_ptr<FormatWriter> make_ical();
std::unique_ptr<FormatWriter> make_events_csv();
std::unique_ptr<FormatWriter> make_accounts_csv();

}  // namespace sitrep
