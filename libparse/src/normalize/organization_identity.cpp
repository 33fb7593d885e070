// SPDX-License-Identifier: MIT
#include "normalize/organization_identity.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace libparse::normalize {
namespace {

constexpr std::size_t kMostAlike = 32;  // spellings of one place, kind and first character that are compared

bool is_home_level(Level level) { return level == Level::province || level == Level::city || level == Level::county; }

std::string what_of(const OrganizationName& name) {
  return name.form() + '|' + joined(name.words.parts, name.department && name.words.known);
}

bool is_inner_head(const Part& part) { return part.text.starts_with('='); }

}  // namespace

void OrganizationIdentities::add(std::string_view written, bool group, std::size_t count) {
  Spelling spelling;
  spelling.written = written;
  spelling.group = group;
  spelling.count = count;
  spelling.alias = words_.alias(written, year_);
  spelling.name = group ? reader_.read_group(written) : reader_.read(spelling.alias.empty() ? written : spelling.alias);
  parent_.push_back(spellings_.size());
  spellings_.push_back(std::move(spelling));
}

std::size_t OrganizationIdentities::body_of(std::size_t spelling) const {
  while (parent_[spelling] != spelling) spelling = parent_[spelling] = parent_[parent_[spelling]];
  return spelling;
}

void OrganizationIdentities::join(std::size_t a, std::size_t b) {
  a = body_of(a);
  b = body_of(b);
  if (a != b) parent_[std::max(a, b)] = std::min(a, b);
}

std::vector<std::size_t> OrganizationIdentities::bodies_among(const std::vector<std::size_t>& spellings) const {
  std::vector<std::size_t> bodies;
  bodies.reserve(spellings.size());
  for (const std::size_t s : spellings) bodies.push_back(body_of(s));
  std::sort(bodies.begin(), bodies.end());
  bodies.erase(std::unique(bodies.begin(), bodies.end()), bodies.end());
  return bodies;
}

std::string OrganizationIdentities::front_of(const OrganizationName& name, std::string_view first) const {
  return name.scope + '|' + name.form() + '|' + std::string(first.substr(0, text::next(first, 0)));
}

void OrganizationIdentities::settle() {
  rename();
  restore_levels();
  join_equal();
  join_partial();
  join_subunits();
  join_agencies();
  join_slips();
  join_nameplates();
  std::stable_sort(doubts_.begin(), doubts_.end(),
                   [](const Doubt& x, const Doubt& y) { return x.spelling < y.spelling; });
}

/// 安监局 is 应急管理局 in a notice that is younger than the reform.
void OrganizationIdentities::rename() {
  std::unordered_map<std::string, std::string> old_names;  // what it is now → the one old name it has here
  std::vector<std::pair<std::size_t, std::vector<Part>>> renames;
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    const OrganizationName& name = spellings_[i].name;
    if (spellings_[i].group || (!name.department && name.words.head != "office") || year_ == 0) continue;
    std::vector<Part> now = words_.renamed(name.words.parts, year_);
    if (now.empty()) continue;
    const std::string old = joined(name.words.parts, true);
    const auto [known, fresh] = old_names.emplace(name.scope + joined(now, true), old);
    if (!fresh && known->second != old) known->second.clear();  // 工商局 and 质监局: the notice means two bodies
    renames.emplace_back(i, std::move(now));
  }
  for (auto& [i, now] : renames) {
    OrganizationName& name = spellings_[i].name;
    if (old_names.at(name.scope + joined(now, true)).empty()) continue;
    name.words.parts = std::move(now);
    if (name.words.head == "office") name.words.head = "bureau";
    name.department = words_.is_department(name.words);
  }
}

/// 公安局 in a county's notice is the county's, unless the notice knows another one only.
void OrganizationIdentities::restore_levels() {
  const std::string home = reader_.home();
  if (home.empty()) return;
  std::unordered_map<std::string, std::vector<std::size_t>> elsewhere;
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    const OrganizationName& name = spellings_[i].name;
    if (!spellings_[i].group && !name.scope.empty()) elsewhere[what_of(name)].push_back(i);
  }
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    OrganizationName& name = spellings_[i].name;
    if (spellings_[i].group || !name.scope.empty() || !name.words.known || name.words.head.empty()) continue;
    if (name.words.parts.empty() || std::any_of(name.words.parts.begin(), name.words.parts.end(), is_inner_head))
      continue;
    const auto known = elsewhere.find(what_of(name));
    bool here = false;
    if (known != elsewhere.end()) {
      here = std::any_of(known->second.begin(), known->second.end(),
                         [&](std::size_t k) { return spellings_[k].name.scope == home; });
      if (!here) {
        doubts_.push_back({i, known->second});
        continue;
      }
    }
    const bool alone = reader_.national() ? !words_.official(name.words, true).empty()
                                          : (name.department || name.words.head == "partydepartment") &&
                                                is_home_level(reader_.home_level());
    if (!here && !alone) continue;
    name.scope = home;
    name.level = reader_.home_level();
    name.prefix = reader_.home_word();
    spellings_[i].restored = true;
  }
}

void OrganizationIdentities::join_equal() {
  std::unordered_map<std::string, unsigned> organs;  // 1 << organ for each key
  for (const Spelling& s : spellings_) {
    if (!s.group) organs[s.name.key()] |= 1U << static_cast<unsigned>(s.name.organ);
  }
  constexpr unsigned kBoth = 1U << static_cast<unsigned>(Organ::party) | 1U << static_cast<unsigned>(Organ::government);
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    const Spelling& s = spellings_[i];
    std::string key =
        s.group ? "G" + joined(s.name.words.parts, false) + s.name.words.head + s.name.prefix : s.name.key();
    // 市委金融办 and 市政府金融办 are two; 市金融办 is either.
    const bool split = !s.group && (organs.at(key) & kBoth) == kBoth;
    if (split) key += std::to_string(static_cast<int>(s.name.organ));
    auto& known = by_key_[key];
    if (!known.empty()) {
      join(known.front(), i);
      continue;
    }
    known.push_back(i);
    if (s.group) continue;
    distinct_.push_back(i);
    if (!s.name.words.parts.empty()) by_front_[front_of(s.name, s.name.words.parts.front().text)].push_back(i);
    if (split && s.name.organ == Organ::none) doubts_.push_back({i, {}});
  }
  for (Doubt& doubt : doubts_) {
    if (!doubt.others.empty()) continue;
    for (const Organ organ : {Organ::party, Organ::government}) {
      const auto known = by_key_.find(spellings_[doubt.spelling].name.key() + std::to_string(static_cast<int>(organ)));
      if (known != by_key_.end()) doubt.others.push_back(known->second.front());
    }
  }
}

/// True where `full` has all that `shorter` says, and beside it only what short names leave out.
bool OrganizationIdentities::covers(const OrganizationName& full, const OrganizationName& shorter) const {
  const auto& a = full.words.parts;
  const auto& b = shorter.words.parts;
  if (a.size() < b.size() || b.empty()) return false;
  std::vector<bool> taken(a.size());
  std::size_t from = 0;
  bool differs = a.size() > b.size();
  for (std::size_t k = 0; k < b.size(); ++k) {
    std::size_t at = k == 0 || !full.department || !b[k].known ? from : 0;
    const auto fits = [&](const Part& part) {
      // 体 of 文旅体局 for 体育
      return part == b[k] || (!b[k].known && part.known && part.text.starts_with(b[k].text));
    };
    while (at < a.size() && (taken[at] || !fits(a[at]))) ++at;
    if (at == a.size() || (k == 0 && at != 0)) return false;
    taken[at] = true;
    differs = differs || !(a[at] == b[k]);
    from = at + 1;
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (taken[i] || a[i].soft || (full.department && words_.is_field(a[i]))) continue;
    if (full.words.head != "office" || !is_inner_head(a[i])) return false;  // 农办, 农村工作领导小组办公室
  }
  return differs;
}

/// True where a part of `full` that `shorter` lacks has a body of its own: 文化局 and 旅游局 beside 文化和旅游局.
bool OrganizationIdentities::has_rival(std::size_t full, const OrganizationName& shorter) const {
  const OrganizationName& name = spellings_[full].name;
  for (const Part& part : name.words.parts) {
    if (part.soft || is_inner_head(part) || !part.known) continue;
    const auto& own = shorter.words.parts;
    if (std::find(own.begin(), own.end(), part) != own.end()) continue;
    const auto known = by_front_.find(front_of(name, part.text));
    if (known == by_front_.end()) continue;
    for (const std::size_t other : known->second) {
      const auto& parts = spellings_[other].name.words.parts;
      if (parts.front() == part && body_of(other) != body_of(full) && parts.size() < name.words.parts.size())
        return true;
    }
  }
  return false;
}

void OrganizationIdentities::join_partial() {
  std::vector<std::size_t> order = distinct_;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
    return spellings_[x].name.words.parts.size() > spellings_[y].name.words.parts.size();
  });
  for (const std::size_t i : order) {
    const OrganizationName& name = spellings_[i].name;
    if (name.words.parts.empty() || name.form().empty() || name.scope.empty()) continue;
    const auto& alike = by_front_[front_of(name, name.words.parts.front().text)];
    if (alike.size() < 2 || alike.size() > kMostAlike) continue;
    std::vector<std::size_t> full;
    for (const std::size_t other : alike) {
      if (other != i && covers(spellings_[other].name, name)) full.push_back(other);
    }
    const std::vector<std::size_t> bodies = bodies_among(full);
    if (bodies.empty() || (bodies.size() == 1 && bodies.front() == body_of(i))) continue;
    if (bodies.size() == 1 && !has_rival(full.front(), name)) {
      join(full.front(), i);
    } else {
      doubts_.push_back({i, full});
    }
  }
}

}  // namespace libparse::normalize
