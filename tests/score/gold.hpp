// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libparse/span.hpp"
#include "libparse/task_list.hpp"

/// What an analyst wrote down for one notice, or for one part of a long one; the file form is in docs/testing.md.
///
/// An entry marked `optional` is one on which reasonable readers differ: it is scored neither as missing nor as wrong.
namespace score {

struct GoldUnit {
  libparse::Role role = libparse::Role::responsible;
  std::string unit;  ///< as written
  std::string name;  ///< with the elided level restored; equal to `unit` where nothing was elided
  bool optional = false;
};

struct GoldTime {
  libparse::Time time;  ///< type, text and the normalised parts
  bool optional = false;
};

struct GoldTarget {
  libparse::Target target;
  bool has_indicator = false;
  bool optional = false;
};

struct GoldItem {
  libparse::TaskKind kind = libparse::TaskKind::task;
  std::string start;  ///< first characters of the body
  std::string end;    ///< last characters of the body
  std::optional<libparse::Span> span;
  std::vector<GoldUnit> units;
  std::vector<GoldTime> times;
  std::vector<GoldTarget> targets;
  bool optional = false;
};

struct GoldSection {
  std::string label;
  std::string title;  ///< empty where the node has no heading of its own
  bool found = false;
};

struct Gold {
  std::string doc;                          ///< file name of the notice
  std::map<std::string, std::string> meta;  ///< title, doc_number, issuer, issued_on, year where the part has the head
  libparse::Span region;                    ///< the stretch of the document that the file covers
  std::vector<GoldSection> sections;
  std::vector<GoldItem> items;
  std::vector<std::string> problems;  ///< quotes that the document does not have where they should be
};

/// Name of the notice that a gold file is about.
std::string read_doc_name(const std::string& gold_path);

/// Reads a gold file and finds its quotes in the text of the notice.
///
/// Errors: throws std::runtime_error (or nlohmann's) where the file has not the form of gold.
Gold load_gold(const std::string& gold_path, const std::string& document_text);

}  // namespace score
