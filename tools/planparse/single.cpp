// SPDX-License-Identifier: MIT
#include "planparse/single.hpp"

#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "common/options.hpp"
#include "common/output.hpp"
#include "common/rules.hpp"
#include "planparse/notice.hpp"

namespace planparse {

using tools::ExitStatus;

ExitStatus run_single(const Options& options, std::istream& in, std::ostream& out, std::ostream& err) {
  const OutputFormat format = choose_format(options, OutputFormat::json);
  const std::vector<std::string> inputs = options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs;
  const bool to_file = tools::writes_file(options.output);
  const libparse::RulePack rules = tools::load_rules(options.rules);
  const NoticeReader reader(options, format, rules);

  std::string file_bytes;
  std::optional<std::string> text;
  bool has_failed = false;
  bool has_crashed = false;
  bool has_warned = false;
  std::size_t written = 0;
  for (const std::string& input : inputs) {
    Outcome outcome = reader.read(input, in);
    err << outcome.messages;
    if (outcome.failure) {
      has_failed = true;
      has_crashed = has_crashed || outcome.failure->code == "internal";
      continue;
    }
    has_warned = has_warned || outcome.diagnostics > 0;
    if (written++ > 0) outcome.rendered.insert(0, separator_of(format));
    if (to_file) {
      file_bytes += outcome.rendered;
    } else if (!tools::write_stream(out, outcome.rendered)) {
      break;  // the reader has seen enough
    }
    text = std::move(outcome.text);
  }

  // Both files are complete on disk before the first gets its name.
  std::vector<tools::PendingFile> files;
  if (to_file && written > 0) files.emplace_back(options.output, file_bytes);
  if (text && !options.text_out.empty()) files.emplace_back(options.text_out, *text);
  for (tools::PendingFile& file : files) file.commit();

  if (has_crashed) return ExitStatus::internal;
  if (has_failed) return ExitStatus::input;
  return options.strict && has_warned ? ExitStatus::findings : ExitStatus::done;
}

}  // namespace planparse
