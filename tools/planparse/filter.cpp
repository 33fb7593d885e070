// SPDX-License-Identifier: MIT
#include "planparse/filter.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <istream>
#include <optional>
#include <ostream>
#include <sstream>
#include <streambuf>
#include <string>
#include <utility>

#include "common/options.hpp"
#include "common/output.hpp"
#include "common/rules.hpp"
#include "libparse/error.hpp"
#include "planparse/encoded_bytes.hpp"
#include "planparse/input_list.hpp"
#include "planparse/json_text.hpp"
#include "planparse/manifest.hpp"
#include "planparse/notice.hpp"
#include "planparse/ordered_jobs.hpp"

namespace planparse {
namespace {

using libparse::Error;
using libparse::ErrorCode;
using libparse::Node;
using libparse::NodeKind;
using tools::ExitStatus;

struct Request {
  std::string line;
  std::uint64_t number = 0;  ///< from 1
  bool is_too_long = false;
  [[nodiscard]] std::size_t weight() const { return line.size(); }
};

struct Answer {
  std::string line;
  bool is_error = false;
  bool has_warning = false;
  [[nodiscard]] std::size_t weight() const { return line.size(); }
};

/// Reads lines of bounded length, each as soon as it is there.
class LineReader {
 public:
  LineReader(std::istream& in, std::size_t max_bytes) : buffer_(*in.rdbuf()), max_bytes_(max_bytes) {}

  [[nodiscard]] std::optional<Request> next() {
    using Traits = std::streambuf::traits_type;
    Request request;
    request.number = ++number_;
    int c = buffer_.sbumpc();
    if (c == Traits::eof()) return std::nullopt;
    for (; c != Traits::eof() && c != '\n'; c = buffer_.sbumpc()) {
      if (request.line.size() < max_bytes_) {
        request.line += Traits::to_char_type(c);
      } else {
        request.is_too_long = true;
      }
    }
    if (request.is_too_long) request.line = {};
    return request;
  }

 private:
  std::streambuf& buffer_;
  std::size_t max_bytes_;
  std::uint64_t number_ = 0;
};

Failure format_failure(const std::string& message, const std::string& where = {}) { return {"format", message, where}; }

/// What a request asks for.
struct Asked {
  std::string id;  ///< as JSON; empty: none
  const Node* path = nullptr;
  const Node* text = nullptr;
  const Node* base64 = nullptr;
  const Node* name = nullptr;
  std::optional<Failure> failure;
};

Asked understand(const Node& tree) {
  Asked asked;
  if (tree.kind != NodeKind::object) {
    asked.failure = format_failure("is no JSON object");
    return asked;
  }
  if (const Node* id = find_member(tree, "id")) asked.id = write_value(*id);
  for (const libparse::Member& member : tree.members) {
    if (member.key == "id") continue;
    const Node** place = member.key == "path"     ? &asked.path
                         : member.key == "text"   ? &asked.text
                         : member.key == "base64" ? &asked.base64
                         : member.key == "name"   ? &asked.name
                                                  : nullptr;
    if (place == nullptr) {
      asked.failure =
          format_failure("unknown key " + json_string(member.key) + "; what is to come back belongs into \"id\"");
      return asked;
    }
    if (member.value.kind != NodeKind::string) {
      asked.failure = format_failure(json_string(member.key) + " is no string");
      return asked;
    }
    *place = &member.value;
  }
  const int sources = (asked.path != nullptr) + (asked.text != nullptr) + (asked.base64 != nullptr);
  if (sources != 1) {
    asked.failure = format_failure("needs one of \"path\", \"text\" and \"base64\"");
  } else if (asked.path != nullptr && asked.name != nullptr) {
    asked.failure = format_failure("has a \"path\", which is its name; \"name\" goes with \"text\" and \"base64\"");
  }
  return asked;
}

class Filter {
 public:
  explicit Filter(const Options& options)
      : rules_(tools::load_rules(options.rules)), reader_(options, OutputFormat::ndjson, rules_) {}

  /// Thread-safe.
  [[nodiscard]] Answer answer(const Request& request) const {
    if (request.is_too_long) {
      return write({}, Failure{"limit", "line is too long; --max-input-bytes allows more", {}});
    }
    if (request.line.find_first_not_of(" \t\r") == std::string::npos) return {"\n"};
    try {
      const std::vector<Node> trees = libparse::read_trees(request.line, libparse::Format::json);
      if (trees.size() != 1) return write({}, format_failure("is no single JSON object"));
      Asked asked = understand(trees.front());
      if (asked.failure) return write(asked.id, *asked.failure);
      return read(asked);
    } catch (const Error& error) {
      // No line: its number would depend on how the requests were divided.
      const std::size_t column = error.where().rfind(':');
      return write(
          {}, format_failure(error.what(), column == std::string::npos ? std::string()
                                                                       : "column " + error.where().substr(column + 1)));
    }
  }

 private:
  [[nodiscard]] Answer read(const Asked& asked) const {
    const std::string name = asked.name == nullptr ? std::string() : asked.name->text;
    Outcome outcome;
    if (asked.path != nullptr) {
      std::istringstream nothing;
      const std::string& path = asked.path->text;
      if (path == "-" || path.empty()) {
        return write(asked.id, {"unreadable", "\"path\" names no file", {}});
      }
      outcome = reader_.read(path, nothing);
    } else if (asked.text != nullptr) {
      outcome = reader_.read_bytes(name, asked.text->text);
    } else {
      const std::optional<std::string> bytes = decode_base64(asked.base64->text);
      if (!bytes) return write(asked.id, format_failure("\"base64\" is no base64"));
      outcome = reader_.read_bytes(name, *bytes);
    }
    if (outcome.failure) return write(asked.id, *outcome.failure);
    Answer answer;
    answer.has_warning = outcome.diagnostics > 0;
    answer.line = begin(asked.id) + "\"result\":";
    outcome.rendered.back() = '}';  // was the line break
    answer.line += outcome.rendered;
    answer.line += '\n';
    return answer;
  }

  static std::string begin(const std::string& id) { return id.empty() ? "{" : "{\"id\":" + id + ","; }

  static Answer write(const std::string& id, const Failure& failure) {
    return {begin(id) + "\"error\":" + write_failure(failure) + "}\n", true, false};
  }

  libparse::RulePack rules_;
  NoticeReader reader_;
};

std::ifstream open_requests(const std::string& path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) errno = EISDIR;
  if (!file || errno == EISDIR) {
    throw Error(ErrorCode::unreadable, std::string("cannot be opened: ") + std::strerror(errno), path);
  }
  return file;
}

}  // namespace

ExitStatus run_filter(const Options& given, std::istream& in, std::ostream& out, std::ostream& /*err*/) {
  Options options = given;
  options.quiet = true;  // what is odd in a notice stands in its answer
  const Filter filter(options);
  std::ifstream file;
  const bool from_file = !options.inputs.empty() && options.inputs.front() != "-";
  if (from_file) file = open_requests(options.inputs.front());
  // An escaped character takes up to six bytes, base64 less than two.
  LineReader lines(from_file ? file : in, 6 * options.input.read.limits.input_bytes + (std::size_t{1} << 20));
  const Shard shard = parse_shard(options.batch.shard).value_or(Shard{});
  std::optional<tools::PendingFile> target;
  if (tools::writes_file(options.output)) target.emplace(options.output);

  bool has_error = false;
  bool has_warning = false;
  OrderedJobs<Request, Answer> jobs(
      [&]() -> std::optional<Request> {
        while (std::optional<Request> request = lines.next()) {
          if (is_in_shard(request->number - 1, shard)) return request;
        }
        return std::nullopt;
      },
      [&](Request& request) { return filter.answer(request); },
      [&](Answer& answer) {
        has_error = has_error || answer.is_error;
        has_warning = has_warning || answer.has_warning;
        if (!target) return tools::write_stream(out, answer.line);
        target->append(answer.line);
        return true;
      });
  jobs.run(options.batch.jobs);
  if (target) target->commit();
  if (options.strict && has_error) return ExitStatus::input;
  return options.strict && has_warning ? ExitStatus::findings : ExitStatus::done;
}

}  // namespace planparse
