// SPDX-License-Identifier: MIT
#include "common/manual.hpp"

#include <cctype>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

#include "common/option_facts.hpp"
#include "libparse/version.hpp"

namespace tools {
namespace {

/// Text as groff takes it: a dash that may be copied, no control line by accident.
std::string escaped(std::string_view text) {
  std::string out = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'') {
      out += "\\(aq";
    } else {
      out += c;
    }
  }
  return out;
}

std::string in_capitals(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

/// The footer of --help: headings end with a colon and stand at the margin, what belongs to them is indented.
void write_footer(const std::string& footer, std::ostream& out) {
  std::istringstream lines(footer);
  bool is_verbatim = false;
  const auto end_verbatim = [&] {
    if (is_verbatim) out << ".EE\n";
    is_verbatim = false;
  };
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    if (line.front() != ' ' && line.back() == ':') {
      end_verbatim();
      line.pop_back();
      out << ".SH " << in_capitals(line) << "\n";
    } else if (line.front() != ' ') {
      end_verbatim();
      out << ".PP\n" << escaped(line) << "\n";
    } else {
      if (!is_verbatim) out << ".EX\n";
      is_verbatim = true;
      out << escaped(line) << "\n";
    }
  }
  end_verbatim();
}

}  // namespace

void write_manual(const CLI::App& app, std::ostream& out) {
  const std::string name = app.get_name();
  std::string purpose = app.get_description();
  const std::string summary = purpose.substr(0, purpose.find_first_of(".:\n"));
  out << ".TH " << in_capitals(name) << " 1 \"\" \"libparse " << libparse::version() << "\" \"User Commands\"\n"
      << ".SH NAME\n"
      << name << " \\- " << escaped(summary) << "\n"
      << ".SH SYNOPSIS\n.B " << name << "\n[\\fIOPTIONS\\fR] " << escaped(find_operands(app)) << "\n"
      << ".SH DESCRIPTION\n"
      << escaped(purpose) << "\n";
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional()) continue;
    out << ".TP\n.I " << option->get_name(true) << "\n" << escaped(option->get_description()) << "\n";
  }
  out << ".SH OPTIONS\n";
  for (const OptionFacts& option : find_options(app)) {
    out << ".TP\n";
    std::string_view comma;
    for (const std::string& word : option.names) {
      out << comma << "\\fB" << escaped(word) << "\\fR";
      comma = ", ";
    }
    if (!option.value.empty()) out << " \\fI" << escaped(option.value) << "\\fR";
    out << "\n" << escaped(option.description) << "\n";
  }
  write_footer(app.get_footer(), out);
  out << ".SH SEE ALSO\n";
  std::string_view comma;
  for (const std::string_view other : {"planparse", "plancheck", "planconv", "plandiff", "planview", "planmark"}) {
    if (other == name) continue;
    out << comma << "\\fB" << other << "\\fR(1)";
    comma = ",\n";
  }
  out << "\n";
}

}  // namespace tools
