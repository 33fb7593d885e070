// SPDX-License-Identifier: MIT
#include "planparse/batch.hpp"

#include <algorithm>
#include <istream>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include "common/input.hpp"
#include "common/options.hpp"
#include "common/rules.hpp"
#include "libparse/digest.hpp"
#include "planparse/input_list.hpp"
#include "planparse/journal.hpp"
#include "planparse/json_text.hpp"
#include "planparse/notice.hpp"
#include "planparse/ordered_jobs.hpp"
#include "planparse/part_file.hpp"
#include "planparse/progress.hpp"
#include "planparse/record_output.hpp"

namespace planparse {
namespace {

using tools::ExitStatus;

/// A notice read, and all that is written of it.
struct Finished {
  std::string place;
  std::string record;
  std::string messages;
  std::size_t bytes = 0;
  ManifestEntry entry;
  [[nodiscard]] std::size_t weight() const { return record.size() + messages.size(); }
};

class Batch {
 public:
  Batch(const Options& options, std::istream& in, std::ostream& out, std::ostream& err)
      : options_(options),
        in_(in),
        err_(err),
        is_tree_(!options.batch.out_dir.empty()),
        format_(find_format()),
        rules_(tools::load_rules(options.rules)),
        reader_(options, format_, rules_),
        inputs_(options, in),
        progress_(err, options.terminal.on_stderr && !options.quiet, count_notices()) {
    const std::string fingerprint = fingerprint_of(options, format_);
    output_ =
        is_tree_ ? make_tree_output(options, format_, name_of_run(fingerprint)) : make_stream_output(options, out);
    if (tools::writes_file(options.batch.manifest)) {
      manifest_.emplace(options.batch.manifest);
      manifest_->begin();
    }
    open_journal(fingerprint);
  }

  ExitStatus run() {
    if (journal_ && options_.batch.resume) recover();
    if (journal_) journal_->begin();
    output_->begin();
    OrderedJobs<InputItem, Finished> jobs([this] { return next(); }, [this](InputItem& item) { return read(item); },
                                          [this](Finished& notice) { return take(notice); });
    jobs.run(options_.batch.jobs);
    progress_.clear();
    output_->commit();
    if (manifest_) manifest_->commit();
    if (journal_) journal_->remove();
    if (has_crashed_) return ExitStatus::internal;
    if (has_failed_) return ExitStatus::input;
    return options_.strict && has_warned_ ? ExitStatus::findings : ExitStatus::done;
  }

 private:
  [[nodiscard]] OutputFormat find_format() const {
    if (!is_tree_) return choose_format(options_, OutputFormat::ndjson);
    return options_.format == OutputFormat::automatic ? OutputFormat::json : options_.format;
  }

  // Two commands that write into one folder have different journals.
  [[nodiscard]] std::string name_of_run(const std::string& fingerprint) const {
    std::string text = fingerprint + options_.batch.files_from;
    for (const std::string& input : options_.inputs) text += '\0' + input;
    return libparse::sha256_hex(text).substr(0, 16);
  }

  // Counting takes a walk of its own, which only a terminal is worth.
  [[nodiscard]] std::size_t count_notices() const {
    if (!options_.terminal.on_stderr || options_.quiet || options_.batch.files_from == "-") return 0;
    std::size_t count = 0;
    for (InputList all(options_, in_); all.next();) ++count;
    return count;
  }

  void open_journal(const std::string& fingerprint) {
    const std::string path = output_->journal_path();
    if (path.empty()) return;
    journal_.emplace(path, fingerprint);
    if (journal_->is_locked()) return;
    if (options_.batch.resume || !is_tree_) {
      throw libparse::Error(libparse::ErrorCode::unwritable, "is being written by another run",
                            is_tree_ ? options_.batch.out_dir : options_.output);
    }
    journal_
        .reset();  // the same command twice at once, each with its part of a piped list: only one can be gone on with
  }

  std::optional<InputItem> next() { return pending_ ? std::exchange(pending_, std::nullopt) : inputs_.next(); }

  // Keeps what an earlier run has finished, up to the first notice of which it does not hold any more.
  void recover() {
    while (const std::optional<ManifestEntry> entry = journal_->next()) {
      std::optional<InputItem> item = inputs_.next();
      if (!item) break;
      if (!still_stands(*item, *entry)) {
        pending_ = std::move(item);
        break;
      }
      journal_->accept();
      note(*entry);
      progress_.skip(1);
    }
  }

  bool still_stands(const InputItem& item, const ManifestEntry& entry) {
    if (json_string(item.path) != json_string(entry.path)) return false;
    const std::string problem = find_problem(item);
    if (!problem.empty()) {
      if (!entry.failure || entry.failure->message != problem) return false;
    } else {
      try {
        const std::string bytes = tools::read_input(item.path, in_, options_.input.read.limits.input_bytes);
        if (bytes.size() != entry.bytes || libparse::sha256_hex(bytes) != entry.sha256) return false;
      } catch (const libparse::Error& error) {
        if (!entry.failure || !entry.sha256.empty() || entry.failure->message != error.what()) return false;
      }
    }
    return entry.output_sha256.empty() || output_->has(entry, item.place);
  }

  [[nodiscard]] std::string find_problem(const InputItem& item) const {
    if (item.problem.empty() && is_tree_ && (item.place.empty() || item.place.starts_with(".."))) {
      return "has no place below --out-dir; name it without ..";
    }
    return item.problem;
  }

  // Runs in several threads at once.
  [[nodiscard]] Finished read(const InputItem& item) const {
    Outcome outcome;
    const std::string problem = find_problem(item);
    if (problem.empty()) {
      outcome = reader_.read(item.path, in_);
    } else {
      outcome.path = item.path;
      outcome.failure = {"unreadable", problem, {}};
      outcome.messages = tools::shown_name(item.path) + ": error: " + problem + "\n";
    }
    Finished notice;
    notice.place = item.place;
    notice.messages = std::move(outcome.messages);
    notice.bytes = outcome.bytes;
    notice.record = std::move(outcome.rendered);
    if (outcome.failure && !is_tree_ && format_ == OutputFormat::ndjson) {
      notice.record = write_error_record(item.path, *outcome.failure);
    }
    ManifestEntry& entry = notice.entry;
    entry.path = item.path;
    entry.sha256 = std::move(outcome.sha256);
    entry.bytes = outcome.bytes;
    entry.failure = std::move(outcome.failure);
    entry.sections = outcome.sections;
    entry.tasks = outcome.tasks;
    entry.diagnostics = outcome.diagnostics;
    describe_record(notice);
    return notice;
  }

  void describe_record(Finished& notice) const {
    if (notice.record.empty() || (!journal_ && !manifest_)) return;
    notice.entry.output_bytes = notice.record.size();
    notice.entry.output_sha256 = libparse::sha256_hex(notice.record);
  }

  bool take(Finished& notice) {
    if (!notice.messages.empty()) {
      progress_.clear();
      err_ << notice.messages;
    }
    ManifestEntry& entry = notice.entry;
    const std::string_view separator = is_tree_ || entry.failure || written_ == 0 ? "" : separator_of(format_);
    if (!separator.empty()) {
      notice.record.insert(0, separator);
      describe_record(notice);
    }
    const bool wants_more = output_->write(notice.record, notice.place, entry);
    const std::string line = note(entry);
    if (journal_) journal_->append(line);
    progress_.add(notice.bytes, entry.failure.has_value());
    return wants_more;
  }

  std::string note(const ManifestEntry& entry) {
    if (entry.failure) {
      has_failed_ = true;
      has_crashed_ = has_crashed_ || entry.failure->code == "internal";
    } else {
      ++written_;
    }
    has_warned_ = has_warned_ || entry.diagnostics > 0;
    std::string line = write_entry(entry);
    if (manifest_) manifest_->append(line);
    return line;
  }

  const Options& options_;
  std::istream& in_;
  std::ostream& err_;
  bool is_tree_;
  OutputFormat format_;
  libparse::RulePack rules_;
  NoticeReader reader_;
  InputList inputs_;
  Progress progress_;
  std::unique_ptr<RecordOutput> output_;
  std::optional<PartFile> manifest_;
  std::optional<Journal> journal_;
  std::optional<InputItem> pending_;
  std::size_t written_ = 0;
  bool has_failed_ = false;
  bool has_crashed_ = false;
  bool has_warned_ = false;
};

}  // namespace

bool is_batch(const Options& options) {
  const BatchOptions& batch = options.batch;
  return !batch.files_from.empty() || !batch.out_dir.empty() || !batch.manifest.empty() || !batch.shard.empty() ||
         batch.resume || batch.jobs_given ||
         std::any_of(options.inputs.begin(), options.inputs.end(), stands_for_several);
}

ExitStatus run_batch(const Options& options, std::istream& in, std::ostream& out, std::ostream& err) {
  return Batch(options, in, out, err).run();
}

}  // namespace planparse
