// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "normalize/organization_name.hpp"

namespace libparse::normalize {

/// A spelling of a body in one notice.
struct Spelling {
  std::string_view written;
  bool group = false;      ///< 各乡镇, 住建部门
  std::size_t count = 0;   ///< how often it stands
  OrganizationName name;   ///< as taken apart; of groups only `plain` counts
  std::string_view alias;  ///< what the alias list says it means
  bool restored = false;   ///< its level is the issuer's
  bool slip = false;       ///< differs from a spelling of the same body by a slip of the pen
};

/// A spelling that may belong to several bodies and was left alone.
struct Doubt {
  std::size_t spelling;
  std::vector<std::size_t> others;
};

/// Which spellings of one notice name the same body. Spellings are joined where a list or the notice itself shows that
/// they must be the same; where two bodies come into question they stay apart (`doubts`).
///
/// Shape: linear in the spellings but for those of one place that begin alike, which are compared up to a bound.
class OrganizationIdentities {
 public:
  OrganizationIdentities(const OrganizationWords& words, const OrganizationNameReader& reader, int year)
      : words_(words), reader_(reader), year_(year) {}

  /// Each spelling once, in order of first appearance. The text must outlive this object.
  void add(std::string_view written, bool group, std::size_t count);
  void settle();

  [[nodiscard]] const std::vector<Spelling>& spellings() const { return spellings_; }
  /// The first spelling of the same body.
  [[nodiscard]] std::size_t body_of(std::size_t spelling) const;
  [[nodiscard]] const std::vector<Doubt>& doubts() const { return doubts_; }

 private:
  using Index = std::unordered_map<std::string, std::vector<std::size_t>>;

  void rename();
  void restore_levels();
  void join_equal();
  void join_partial();
  void join_subunits();
  void join_agencies();
  void join_slips();
  void join_nameplates();
  void join(std::size_t a, std::size_t b);
  [[nodiscard]] std::vector<std::size_t> bodies_among(const std::vector<std::size_t>& spellings) const;
  [[nodiscard]] bool covers(const OrganizationName& full, const OrganizationName& shorter) const;
  [[nodiscard]] bool has_rival(std::size_t full, const OrganizationName& shorter) const;
  [[nodiscard]] bool may_be_slip(const Spelling& odd, const Spelling& good) const;
  [[nodiscard]] std::string front_of(const OrganizationName& name, std::string_view first) const;

  const OrganizationWords& words_;
  const OrganizationNameReader& reader_;
  int year_;
  std::vector<Spelling> spellings_;
  mutable std::vector<std::size_t> parent_;  ///< paths get shorter when they are walked
  std::vector<std::size_t> distinct_;        ///< one spelling for each key, bodies only
  Index by_key_;                             ///< key → its spelling in distinct_
  Index by_front_;                           ///< place, kind and first character → those of distinct_
  std::vector<Doubt> doubts_;
};

}  // namespace libparse::normalize
