// SPDX-License-Identifier: MIT
#include "common/notice_input.hpp"

#include <array>
#include <chrono>
#include <string_view>
#include <utility>

#include "common/input.hpp"
#include "common/libreoffice.hpp"
#include "common/run_tool.hpp"

namespace tools {
namespace {

// In the order of libparse::InputFormat.
constexpr std::array<std::string_view, 7> kFormatWords = {"auto", "text", "html", "docx", "xlsx", "pdf", "ofd"};

constexpr const char* kGroup = "Inputs";
constexpr const char* kLimits = "Limits on inputs";

void add_size(CLI::App& app, const std::string& name, std::size_t& size, const std::string& help) {
  app.add_option(name, size, help + " (default: " + std::to_string(size >> 20) + "M)")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->type_name("SIZE")
      ->group(kLimits);
}

void add_count(CLI::App& app, const std::string& name, std::size_t& count, const std::string& help) {
  app.add_option(name, count, help + " (default: " + std::to_string(count) + ")")->type_name("N")->group(kLimits);
}

}  // namespace

void add_notice_input(CLI::App& app, NoticeInput& input) {
  libparse::Limits& limits = input.read.limits;
  app.add_option("--input-format", input.read.format,
                 "auto, text, html, docx, xlsx, pdf or ofd (default: auto, told by the bytes)")
      ->transform(one_of(kFormatWords))
      ->type_name("FORMAT")
      ->group(kGroup);
  app.add_option("--encoding", input.read.encoding,
                 "Encoding of text and HTML, such as GB18030 (default: told by the bytes)")
      ->type_name("LABEL")
      ->group(kGroup);
  app.add_flag("--via-libreoffice", input.via_libreoffice,
               "Convert legacy files (DOC, WPS, XLS, RTF, ODT) with LibreOffice, where it is installed")
      ->group(kGroup);
  add_size(app, "--max-input-bytes", limits.input_bytes, "Size of an input");
  add_size(app, "--max-expanded-bytes", limits.expanded_bytes, "Size of all that an input unpacks to");
  add_count(app, "--max-expansion-ratio", limits.expansion_ratio, "Unpacked by packed size of a part over 1 MiB");
  add_count(app, "--max-archive-entries", limits.archive_entries, "Files in an archive");
  add_count(app, "--max-xml-depth", limits.xml_depth, "Elements inside each other, of XML and HTML");
  add_count(app, "--max-pages", limits.pages, "Pages of a PDF or OFD");
  app.add_option_function<double>(
         "--time-limit",
         [&limits](double seconds) {
           limits.time = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
         },
         "Seconds that reading one input may take; 0: no limit (default: " +
             std::to_string(limits.time.count() / 1000) + ")")
      ->check(CLI::Range(0.0, 1e6).description(""))
      ->type_name("SECONDS")
      ->group(kLimits);
}

NoticeBytes convert_notice(std::string bytes, const NoticeInput& input) {
  const libparse::Limits& limits = input.read.limits;
  NoticeBytes notice{std::move(bytes), {}};
  if (!input.via_libreoffice || input.read.format != libparse::InputFormat::automatic) return notice;
  const libparse::DetectedFormat found = libparse::detect_format(notice.bytes);
  if (found.converts_to.empty()) return notice;
  notice.original = std::move(notice.bytes);
  notice.bytes = convert_by_libreoffice(notice.original, found, limits.time, limits.input_bytes);
  return notice;
}

NoticeBytes open_notice(const std::string& path, std::istream& standard_input, const NoticeInput& input) {
  return convert_notice(read_input(path, standard_input, input.read.limits.input_bytes), input);
}

std::string read_notice(const std::string& path, std::istream& standard_input, const NoticeInput& input) {
  return open_notice(path, standard_input, input).bytes;
}

}  // namespace tools
