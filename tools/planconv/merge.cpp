// SPDX-License-Identifier: MIT
#include "planconv/merge.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <istream>
#include <iterator>
#include <ostream>
#include <sstream>

#include "common/input.hpp"
#include "common/messages.hpp"
#include "common/options.hpp"
#include "common/output.hpp"
#include "libparse/error.hpp"
#include "libparse/io.hpp"
#include "libparse/tree.hpp"
#include "planconv/filter.hpp"
#include "planconv/load.hpp"
#include "planconv/spool.hpp"

namespace planconv {
namespace {

using libparse::Error;
using libparse::TaskList;
using tools::ExitStatus;

constexpr std::string_view kErrorRecord = R"({"schema":"planparse.error/1",)";
constexpr std::size_t kBatch = std::size_t{1} << 20;  // bytes written at a time

/// Where the line of a list stands in the spool, and what it is ordered by.
struct Entry {
  std::string path;
  std::string sha256;
  bool is_error = false;  // a notice without a list
  std::uint64_t begin = 0;
  std::uint64_t size = 0;
};

class Merger {
 public:
  Merger(const Options& options, std::istream& in, std::ostream& err)
      : options_(options), loader_(options, in), err_(err) {}

  void read(const std::string& input, std::istream& standard_input) {
    const std::string name = tools::shown_name(input);
    try {
      if (input == "-") {
        read_stream(standard_input, name);
        return;
      }
      std::ifstream stream(input, std::ios::binary);
      const bool can_be_read = stream && !std::filesystem::is_directory(input) && stream.peek() != EOF;
      if (can_be_read) {
        read_stream(stream, name);
      } else {
        add_lists(tools::read_input(input, standard_input), name);  // knows how to say what is wrong
      }
    } catch (const Error& error) {
      tell(error, name);
    }
  }

  // Hands every line to `write`, which says false where no more are wanted.
  void write(const std::function<bool(std::string_view)>& write) {
    spool_.flush();
    const auto line = [&](const Entry& entry) { return spool_.read(entry.begin, entry.size); };
    std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) {
      if (a.path != b.path) return a.path < b.path;
      if (a.is_error != b.is_error) return b.is_error;
      if (a.sha256 != b.sha256) return a.sha256 < b.sha256;
      return &a != &b && line(a) < line(b);
    });
    std::string last_line;
    const Entry* last = nullptr;
    const Entry* told = nullptr;
    for (const Entry& entry : entries_) {
      std::string current = line(entry);
      if (last != nullptr && last->path == entry.path) {
        if (last_line == current) continue;
        if (entry.is_error && !last->is_error) continue;  // done again, and well
        const bool has_one_path = !entry.path.empty() && entry.path != "-";
        if (has_one_path && !entry.is_error && (told == nullptr || told->path != entry.path)) {
          err_ << entry.path << ": error: different task lists have this path; both are kept [merge-conflict]\n";
          has_conflict_ = true;
          told = &entry;
        }
      }
      if (entry.is_error) tell_failure(current);
      last = &entry;
      if (!write(current)) return;
      last_line = std::move(current);
    }
  }

  [[nodiscard]] bool has_failed() const { return has_failed_; }
  [[nodiscard]] bool has_conflict() const { return has_conflict_; }
  [[nodiscard]] bool is_empty() const { return entries_.empty(); }

 private:
  void tell(const Error& error, const std::string& name) {
    tools::print_error(error, name, err_);
    has_failed_ = true;
  }

  [[nodiscard]] bool is_ndjson(const std::string& first_line) const {
    if (options_.input_format != Format::automatic) return options_.input_format == Format::ndjson;
    const std::size_t end = first_line.find_last_not_of(" \t\r");
    return end != std::string::npos && end > 0 &&
           first_line.find('{') == first_line.find_first_not_of("\xEF\xBB\xBF \t") && first_line[end] == '}';
  }

  // Line by line where the input is NDJSON; a broken line does not stop the rest.
  void read_stream(std::istream& stream, const std::string& name) {
    std::string line;
    std::getline(stream, line);
    if (!is_ndjson(line)) {
      std::string bytes = std::move(line) + (stream.eof() ? "" : "\n");
      bytes.append(std::istreambuf_iterator<char>(stream), {});
      add_lists(bytes, name);
      return;
    }
    std::size_t number = 0;
    do {
      ++number;
      try {
        if (line.starts_with(kErrorRecord)) {
          add_error_record(line, name);
        } else {
          add(libparse::read_ndjson(line, name));
        }
      } catch (const Error& error) {
        // The reader counts lines from the one that it was given.
        const std::size_t column = error.where().rfind(':');
        tell(Error(error.code(), error.what(), name + ':' + std::to_string(number) + error.where().substr(column)),
             name);
      }
    } while (std::getline(stream, line));
  }

  void add_lists(std::string_view bytes, const std::string& name) {
    Problems problems;
    std::vector<TaskList> lists = loader_.load(bytes, name, problems);
    for (const Error& problem : problems) tell(problem, name);
    if (problems.empty()) add(std::move(lists));
  }

  // What planparse writes for a notice that it could not read.
  void add_error_record(const std::string& line, const std::string& name) {
    const std::vector<libparse::Node> trees = libparse::read_trees(line, libparse::Format::json, name);
    const std::uint64_t begin = spool_.size();
    spool_.append(line + '\n');
    entries_.push_back({text_of(trees.front(), "path"), {}, true, begin, spool_.size() - begin});
  }

  void tell_failure(const std::string& line) {
    const libparse::Node record = libparse::read_trees(line, libparse::Format::json).front();
    std::string message;
    for (const libparse::Member& member : record.members) {
      if (member.key == "error") message = text_of(member.value, "message");
    }
    tell(Error(libparse::ErrorCode::unreadable, message), text_of(record, "path"));
  }

  static std::string text_of(const libparse::Node& object, std::string_view key) {
    for (const libparse::Member& member : object.members) {
      if (member.key == key) return member.value.text;
    }
    return {};
  }

  void add(std::vector<TaskList> lists) {
    for (TaskList& list : lists) {
      keep_wanted_tasks(list, options_);
      std::ostringstream line;
      libparse::write_ndjson(list, line, {.explain = true});
      const std::uint64_t begin = spool_.size();
      spool_.append(line.view());
      entries_.push_back({list.document.source.path, list.document.source.sha256, false, begin, spool_.size() - begin});
    }
  }

  const Options& options_;
  Loader loader_;
  std::ostream& err_;
  Spool spool_;
  std::vector<Entry> entries_;
  bool has_failed_ = false;
  bool has_conflict_ = false;
};

}  // namespace

ExitStatus merge(const Options& options, std::istream& in, std::ostream& out, std::ostream& err) {
  Merger merger(options, in, err);
  for (const std::string& input : options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs) {
    merger.read(input, in);
  }
  if (!tools::writes_file(options.output)) {
    std::string batch;
    bool is_wanted = true;
    merger.write([&](std::string_view line) {
      batch += line;
      if (batch.size() < kBatch) return true;
      is_wanted = tools::write_stream(out, batch);
      batch.clear();
      return is_wanted;
    });
    if (is_wanted) tools::write_stream(out, batch);
  } else if (!(merger.has_failed() && merger.is_empty())) {
    tools::PendingFile file(options.output);
    merger.write([&](std::string_view line) {
      file.append(line);
      return true;
    });
    file.commit();
  }
  if (merger.has_failed()) return ExitStatus::input;
  return merger.has_conflict() ? ExitStatus::findings : ExitStatus::done;
}

}  // namespace planconv
