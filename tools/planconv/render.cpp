// SPDX-License-Identifier: MIT
#include "planconv/render.hpp"

#include <sstream>

#include "libparse/io.hpp"
#include "planconv/calendar.hpp"
#include "planconv/csv.hpp"
#include "planconv/markdown.hpp"
#include "planconv/table.hpp"
#include "planconv/workbook.hpp"

namespace planconv {
namespace {

constexpr libparse::WriteOptions kEverything{.explain = true};  // what was not read is not there to be written

std::string write_csv(const std::vector<libparse::TaskList>& lists, const std::vector<Column>& columns,
                      const Words& words, bool byte_order_mark) {
  std::string out = byte_order_mark ? "\xEF\xBB\xBF" : "";
  append_csv_row(out, write_header(columns, words));
  for (const auto& row : write_rows(lists, columns, words)) append_csv_row(out, row);
  return out;
}

std::string render_lists(const std::vector<libparse::TaskList>& lists, Format format, bool is_first) {
  std::ostringstream out;
  for (const libparse::TaskList& list : lists) {
    if (format == Format::ndjson) {
      libparse::write_ndjson(list, out, kEverything);
    } else if (format == Format::yaml) {
      if (!is_first) out << "---\n";
      libparse::write_yaml(list, out, kEverything);
    } else {
      libparse::write_json(list, out, kEverything);
    }
    is_first = false;
  }
  return std::move(out).str();
}

}  // namespace

bool is_list_format(Format format) {
  return format == Format::json || format == Format::yaml || format == Format::ndjson;
}

std::string render(const std::vector<libparse::TaskList>& lists, Format format, const Options& options, bool is_first) {
  if (is_list_format(format)) return render_lists(lists, format, is_first);

  const Words words(options.language);
  if (format == Format::ics) return write_calendar(lists, words);
  // People look at sheets and pages; programs want columns that do not depend on the data.
  const bool is_for_people = format != Format::csv;
  const auto columns = options.columns.empty() ? choose_columns(lists, is_for_people) : options.columns;
  if (format == Format::xlsx) return write_workbook(lists, columns, words);
  if (format == Format::markdown) return write_markdown(lists, columns, words);
  return write_csv(lists, columns, words, options.byte_order_mark);
}

}  // namespace planconv
