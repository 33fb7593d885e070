// SPDX-License-Identifier: MIT
#include "common/completion.hpp"

#include <ostream>
#include <string>
#include <vector>

#include "common/option_facts.hpp"

namespace tools {
namespace {

std::string join(const std::vector<std::string>& parts, const std::string& between) {
  std::string joined;
  for (const std::string& part : parts) joined += (joined.empty() ? "" : between) + part;
  return joined;
}

/// In single quotes, as all three shells read it; `escaped` get a backslash.
std::string quoted(const std::string& text, std::string_view escaped = {}, std::string_view quote = "'\\''") {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += quote;
      continue;
    }
    if (escaped.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out + "'";
}

// Words are split by line, so that names of files may hold spaces. Behind `--to=` bash makes `=` a word of its own.
void write_bash(const CLI::App& app, std::ostream& out) {
  const std::string name = app.get_name();
  out << "# bash completion for " << name << "\n_" << name
      << "() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
         "  COMPREPLY=()\n"
         "  case $prev in\n";
  std::vector<std::string> all;
  for (const OptionFacts& option : find_options(app)) {
    all.insert(all.end(), option.names.begin(), option.names.end());
    if (option.value.empty() || option.takes_path()) continue;
    out << "    " << join(option.names, " | ") << ")";
    if (!option.words.empty()) {
      out << " mapfile -t COMPREPLY < <(compgen -W " << quoted(join(option.words, " ")) << " -- \"$cur\");";
    }
    out << " return ;;\n";
  }
  out << "  esac\n"
         "  if [[ $cur == -* ]]; then\n"
         "    mapfile -t COMPREPLY < <(compgen -W "
      << quoted(join(all, " "))
      << " -- \"$cur\")\n"
         "  else\n"
         "    compopt -o filenames 2>/dev/null\n"
         "    mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
         "  fi\n"
         "}\ncomplete -F _"
      << name << " " << name << "\n";
}

void write_zsh(const CLI::App& app, std::ostream& out) {
  out << "#compdef " << app.get_name() << "\n_arguments -S \\\n";
  for (const OptionFacts& option : find_options(app)) {
    std::string rest = "[" + option.description + "]";
    std::string escaped = quoted(rest.substr(1, rest.size() - 2), "[]:\\");
    escaped = "'[" + escaped.substr(1, escaped.size() - 2) + "]";
    if (!option.value.empty()) {
      escaped += ":" + option.value + ":";
      if (!option.words.empty()) {
        escaped += "(" + join(option.words, " ") + ")";
      } else if (option.takes_path()) {
        escaped += "_files";
      }
    }
    escaped += "'";
    for (const std::string& name : option.names) {
      out << "  " << (option.repeats ? "'*'" : quoted("(" + join(option.names, " ") + ")")) << name << escaped
          << " \\\n";
    }
  }
  out << "  '*:file:_files'\n";
}

void write_fish(const CLI::App& app, std::ostream& out) {
  const std::string start = "complete -c " + app.get_name();
  for (const OptionFacts& option : find_options(app)) {
    out << start;
    for (const std::string& name : option.names) {
      out << (name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1));
    }
    if (option.takes_path()) {
      out << " -r -F";
    } else if (!option.value.empty()) {
      out << " -x";
      if (!option.words.empty()) out << " -a " << quoted(join(option.words, " "), "\\", "\\'");
    }
    out << " -d " << quoted(option.description, "\\", "\\'") << "\n";
  }
}

}  // namespace

void write_completion(const CLI::App& app, Shell shell, std::ostream& out) {
  switch (shell) {
    case Shell::bash:
      return write_bash(app, out);
    case Shell::zsh:
      return write_zsh(app, out);
    case Shell::fish:
      return write_fish(app, out);
  }
}

}  // namespace tools
