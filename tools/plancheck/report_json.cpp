// SPDX-License-Identifier: MIT
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string_view>
#include <unordered_map>

#include "libparse/names.hpp"
#include "libparse/version.hpp"
#include "plancheck/report.hpp"

namespace plancheck {
namespace {

using nlohmann::ordered_json;

// A file name or a quote may hold bytes that are no UTF-8; they become U+FFFD.
void write(const ordered_json& document, std::ostream& out) {
  out << document.dump(2, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

ordered_json to_json(const Finding& finding) {
  ordered_json object = {{"code", finding.code},
                         {"severity", libparse::name_of(finding.severity)},
                         {"message", finding.message},
                         {"path", finding.place.path}};
  if (finding.place.line > 0) {
    object["line"] = finding.place.line;
    object["column"] = finding.place.column;
  }
  if (finding.list != Finding::kNoList) {
    object["list"] = finding.list;
    object["pointer"] = finding.pointer;
  }
  if (!finding.task.empty()) object["task"] = finding.task;
  if (!finding.fingerprint.empty()) object["fingerprint"] = finding.fingerprint;
  if (!finding.waived.empty()) object["waived"] = finding.waived;
  return object;
}

// RFC 3986: what is neither unreserved nor a slash is percent-encoded. A path from the root needs a scheme.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (kPlain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
  }
  return uri;
}

std::string_view sarif_level(libparse::Severity severity) {
  return severity == libparse::Severity::info ? "note" : libparse::name_of(severity);
}

ordered_json sarif_location(const Finding& finding) {
  ordered_json physical = {{"artifactLocation", {{"uri", uri_of(finding.place.path)}}}};
  if (finding.place.line > 0) {
    physical["region"] = {{"startLine", finding.place.line}, {"startColumn", finding.place.column}};
  }
  ordered_json location = {{"physicalLocation", std::move(physical)}};
  if (!finding.pointer.empty()) {
    ordered_json logical = {{"fullyQualifiedName", finding.pointer}};
    if (!finding.task.empty()) logical["name"] = "task " + finding.task;
    location["logicalLocations"] = ordered_json::array({std::move(logical)});
  }
  return location;
}

ordered_json sarif_result(const Finding& finding, std::size_t rule) {
  ordered_json result = {{"ruleId", finding.code},
                         {"ruleIndex", rule},
                         {"level", sarif_level(finding.severity)},
                         {"message", {{"text", finding.message}}},
                         {"locations", ordered_json::array({sarif_location(finding)})}};
  if (!finding.fingerprint.empty()) {
    // The same finding about the same assignment, wherever the task has moved to in the file.
    result["partialFingerprints"] = {{"task/v1", finding.fingerprint}};
  }
  if (!finding.waived.empty()) {
    result["suppressions"] = ordered_json::array({{{"kind", "external"}, {"justification", finding.waived}}});
  }
  return result;
}

}  // namespace

void write_json(const Report& report, std::ostream& out) {
  const Counts counts = count_findings(report.findings);
  ordered_json findings = ordered_json::array();
  for (const Finding& finding : report.findings) findings.push_back(to_json(finding));
  write({{"schema", "planparse.check-report/1"},
         {"generator", {{"name", "plancheck"}, {"version", libparse::version()}}},
         {"summary",
          {{"lists", report.lists.size()},
           {"errors", counts.errors},
           {"warnings", counts.warnings},
           {"infos", counts.infos},
           {"waived", counts.waived}}},
         {"findings", std::move(findings)}},
        out);
}

void write_sarif(const Report& report, std::ostream& out) {
  std::unordered_map<std::string_view, std::size_t> index;
  ordered_json rules = ordered_json::array();
  for (const CheckInfo& check : report.checks) {
    index.emplace(check.code, index.size());
    rules.push_back({{"id", check.code},
                     {"shortDescription", {{"text", check.summary}}},
                     {"defaultConfiguration", {{"level", sarif_level(check.severity)}}}});
  }
  ordered_json results = ordered_json::array();
  for (const Finding& finding : report.findings) results.push_back(sarif_result(finding, index.at(finding.code)));
  const ordered_json driver = {{"name", "plancheck"}, {"version", libparse::version()}, {"rules", std::move(rules)}};
  write(
      {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
       {"version", "2.1.0"},
       {"runs",
        ordered_json::array(
            {{{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}}})}},
      out);
}

}  // namespace plancheck
