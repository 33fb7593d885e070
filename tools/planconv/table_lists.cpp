// SPDX-License-Identifier: MIT
#include "planconv/table_lists.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "libparse/digest.hpp"
#include "libparse/version.hpp"
#include "planconv/row_editor.hpp"
#include "planconv/unicode.hpp"

namespace planconv {
namespace {

using libparse::Error;
using libparse::ErrorCode;
using libparse::Task;
using libparse::TaskList;

/// The tasks of one list as its rows want them.
class ListEditor {
 public:
  ListEditor(const TaskTable& table, const TaskList& list, Problems& problems)
      : table_(table), list_(list), editor_(table, list), problems_(problems) {
    for (std::size_t i = 0; i < list.tasks.size(); ++i) index_.emplace(list.tasks[i].id, i);
  }

  void add(const TableRow& row) {
    std::string id = editor_.cell(row, Column::id);
    const auto found = index_.find(id);
    if (!id.empty() && !seen_.insert(id).second) {
      problems_.emplace_back(ErrorCode::format, shown_column(Column::id) + ": `" + id + "` stands twice",
                             table_.path + ':' + std::to_string(row.number));
      return;
    }
    if (found != index_.end()) {
      last_ = found->second + 1;
      kept_.emplace(found->second, editor_.edit(list_.tasks[found->second], row, problems_));
      return;
    }
    Task task = editor_.edit({}, row, problems_);
    task.id = id.empty() ? find_free_id() : id;
    if (task.text.empty()) {
      task.text = task.title;
    }
    if (task.text.empty()) {
      problems_.emplace_back(ErrorCode::format, shown_column(Column::text) + ": a new task needs a text or a title",
                             table_.path + ':' + std::to_string(row.number));
    }
    new_[last_].push_back(std::move(task));
  }

  [[nodiscard]] TaskList take() {
    TaskList list = list_;
    list.tasks.clear();
    std::set<std::string> gone;
    for (std::size_t i = 0; i <= list_.tasks.size(); ++i) {
      for (Task& task : new_[i]) list.tasks.push_back(std::move(task));
      if (i == list_.tasks.size()) break;
      if (const auto kept = kept_.find(i); kept != kept_.end()) {
        list.tasks.push_back(std::move(kept->second));
      } else {
        gone.insert(list_.tasks[i].id);
      }
    }
    std::erase_if(list.diagnostics, [&](const auto& diagnostic) { return gone.count(diagnostic.task) > 0; });
    return list;
  }

 private:
  std::string find_free_id() {
    std::string id;
    do id = "new-" + std::to_string(++free_);
    while (index_.count(id) > 0 || !seen_.insert(id).second);
    return id;
  }

  const TaskTable& table_;
  const TaskList& list_;
  RowEditor editor_;
  Problems& problems_;
  std::map<std::string, std::size_t> index_;
  std::set<std::string> seen_;
  std::map<std::size_t, Task> kept_;              // by index in the list
  std::map<std::size_t, std::vector<Task>> new_;  // in front of the task with that index
  std::size_t last_ = 0;
  std::size_t free_ = 0;
};

}  // namespace

std::vector<TaskList> apply_table(const TaskTable& table, std::vector<TaskList> base, Problems& problems) {
  const bool has_ids = std::count(table.columns.begin(), table.columns.end(), Column::id) > 0;
  if (!has_ids)
    throw Error(ErrorCode::format, "has no " + shown_column(Column::id) + ", which says what a row is of", table.path);
  const bool has_files = std::count(table.columns.begin(), table.columns.end(), Column::file) > 0;
  if (base.size() > 1 && !has_files) {
    throw Error(ErrorCode::format, "has no " + shown_column(Column::file) + ", but the base holds several lists",
                table.path);
  }
  std::vector<ListEditor> editors;
  std::map<std::string, std::size_t> by_file;
  editors.reserve(base.size());
  for (std::size_t i = 0; i < base.size(); ++i) {
    editors.emplace_back(table, base[i], problems);
    const bool is_new = by_file.emplace(base[i].document.source.path, i).second;
    if (!is_new && base.size() > 1) {
      throw Error(ErrorCode::format, "the base holds two lists of " + base[i].document.source.path, table.path);
    }
  }
  const RowEditor any_list(table, base.front());
  for (const TableRow& row : table.rows) {
    std::size_t index = 0;
    if (base.size() > 1) {
      const std::string file = any_list.cell(row, Column::file);
      const auto found = by_file.find(file);
      if (found == by_file.end()) {
        problems.emplace_back(ErrorCode::format,
                              shown_column(Column::file) + ": the base has no list of `" + file + '`',
                              table.path + ':' + std::to_string(row.number));
        continue;
      }
      index = found->second;
    }
    editors[index].add(row);
  }
  std::vector<TaskList> lists;
  for (ListEditor& editor : editors) lists.push_back(editor.take());
  return lists;
}

TaskList make_list(const TaskTable& table, std::string_view bytes, const std::string& media_type, Problems& problems) {
  TaskList list;
  list.generator = {"planconv", std::string(libparse::version())};
  list.document.source = {table.path, libparse::sha256_hex(bytes), media_type, "UTF-8", bytes.size(), 0};
  for (const TableRow& row : table.rows) {
    for (const std::string& cell : row.cells) list.document.source.characters += count_code_points(cell);
  }
  list.document.title = table.title;
  ListEditor editor(table, list, problems);
  for (const TableRow& row : table.rows) editor.add(row);
  return editor.take();
}

}  // namespace planconv
