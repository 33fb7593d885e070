// SPDX-License-Identifier: MIT
// Joins that need more than the words of a name: bodies inside bodies, 部门, slips of the pen, second nameplates.
#include <algorithm>
#include <array>
#include <map>

#include "normalize/organization_identity.hpp"
#include "text/utf8.hpp"

namespace libparse::normalize {
namespace {

constexpr std::size_t kShortestSlip = 5;  // characters
constexpr std::size_t kLongestSlip = 40;  // characters
constexpr std::size_t kMostSlips = 2;     // times: what stands oftener is meant

bool is_inner_head(const Part& part) { return part.text.starts_with('='); }

/// Kinds of bodies that are told by their own name, whatever body they belong to.
bool names_itself(std::string_view head) {
  static constexpr auto kHeads = std::to_array<std::string_view>(
      {"detachment", "brigade", "corps", "squadron", "centre", "office", "station", "mainstation"});
  return std::find(kHeads.begin(), kHeads.end(), head) != kHeads.end();
}

bool is_section(std::string_view head) { return head == "section" || head == "subsection" || head == "division"; }

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size(); at = text::next(text, at)) {
    out.push_back(text.substr(at, text::next(text, at) - at));
  }
  return out;
}

std::string without_inner_heads(const OrganizationName& name, bool& has_some) {
  std::string out = name.scope + '|' + name.words.head + '|';
  has_some = false;
  for (const Part& part : name.words.parts) {
    if (is_inner_head(part))
      has_some = true;
    else
      out += part.text + '/';
  }
  return out;
}

}  // namespace

/// 市公安局刑侦支队 and 市刑侦支队; 区住建委审批科 and 区住建审批科, where the drafter lost a character.
void OrganizationIdentities::join_subunits() {
  std::map<std::string, std::vector<std::size_t>> inside, sections;  // ordered: so are the doubts
  for (const std::size_t i : distinct_) {
    const OrganizationName& name = spellings_[i].name;
    if (name.scope.empty()) continue;
    if (is_section(name.words.head)) {
      bool inner = false;
      std::string key = without_inner_heads(name, inner);
      key += inner ? '+' : '-';
      sections[std::move(key)].push_back(i);
    }
    if (!names_itself(name.words.head)) continue;
    const auto& parts = name.words.parts;
    const auto last = std::find_if(parts.rbegin(), parts.rend(), is_inner_head);
    if (last == parts.rend() || last == parts.rbegin()) continue;
    const std::vector<Part> own(last.base(), parts.end());
    if (own.size() < 2 && !own.front().known) continue;
    inside[name.scope + '|' + name.words.head + '|' + joined(own, false)].push_back(i);
  }
  for (const auto& [key, full] : inside) {
    const auto known = by_key_.find(key);
    if (known == by_key_.end()) continue;
    if (bodies_among(full).size() == 1) {
      join(known->second.front(), full.front());
    } else {
      doubts_.push_back({known->second.front(), full});
    }
  }
  for (const auto& [key, full] : sections) {
    if (key.back() != '+') continue;
    const auto bare = sections.find(key.substr(0, key.size() - 1) + '-');
    if (bare != sections.end() && bodies_among(full).size() == 1) join(full.front(), bare->second.front());
  }
}

/// 住建部门 is the place's one body for that field. In notices of the nation and of provinces it means all places'.
void OrganizationIdentities::join_agencies() {
  const Level level = reader_.home_level();
  if (level != Level::city && level != Level::county && level != Level::town) return;
  std::unordered_map<std::string, std::vector<std::size_t>> by_parts;
  for (const std::size_t i : distinct_) {
    const OrganizationName& name = spellings_[i].name;
    if (!name.words.parts.empty()) by_parts[name.scope + '|' + joined(name.words.parts, true)].push_back(i);
  }
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    OrganizationName name = spellings_[i].name;
    if (!spellings_[i].group || name.words.head != "agencies" || !name.words.known || name.words.parts.empty())
      continue;
    if (name.scope.empty()) name.scope = reader_.home();
    std::vector<std::size_t> found;
    if (const auto known = by_parts.find(name.scope + '|' + joined(name.words.parts, true)); known != by_parts.end()) {
      found = known->second;
    }
    if (found.empty()) {
      name.department = true;
      const auto alike = by_front_.find(front_of(name, name.words.parts.front().text));
      if (alike != by_front_.end()) {
        for (const std::size_t other : alike->second) {
          if (covers(spellings_[other].name, name)) found.push_back(other);
        }
      }
    }
    const std::vector<std::size_t> bodies = bodies_among(found);
    if (bodies.size() == 1) {
      join(bodies.front(), i);
    } else if (bodies.size() > 1) {
      doubts_.push_back({i, bodies});
    }
  }
}

/// True where the names differ in one character (or two have changed places) that does not make another name of it.
bool OrganizationIdentities::may_be_slip(const Spelling& odd, const Spelling& good) const {
  const std::vector<std::string_view> a = characters(odd.name.plain), b = characters(good.name.plain);
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t front = 0, back = 0;
  while (front < shorter && a[front] == b[front]) ++front;
  while (back < shorter - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  const std::size_t in_a = a.size() - front - back, in_b = b.size() - front - back;
  const bool swapped = in_a == 2 && in_b == 2 && a[front] == b[front + 1] && a[front + 1] == b[front];
  if (!swapped && (in_a > 1 || in_b > 1)) return false;
  if (back == 0 && in_a == 0) return true;  // the closing word lost its end
  const auto guarded = [&](const std::vector<std::string_view>& name, std::size_t count) {
    return std::any_of(name.begin() + static_cast<std::ptrdiff_t>(front),
                       name.begin() + static_cast<std::ptrdiff_t>(front + count),
                       [&](std::string_view c) { return words_.slip_guard.contains(c); });
  };
  return !guarded(a, in_a) && !guarded(b, in_b);
}

void OrganizationIdentities::join_slips() {
  std::unordered_map<std::string, std::vector<std::size_t>> good;
  const auto each_neighbour = [](const std::string& plain, const auto& take) {
    take(plain);
    for (std::size_t at = 0; at < plain.size(); at = text::next(plain, at)) {
      take(plain.substr(0, at) + plain.substr(text::next(plain, at)));
    }
  };
  const auto fits = [&](std::size_t i) {
    const std::size_t length = text::count(spellings_[i].name.plain);
    return !spellings_[i].group && !spellings_[i].restored && length >= kShortestSlip && length <= kLongestSlip;
  };
  std::vector<std::size_t> odd;
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    const OrganizationName& name = spellings_[i].name;
    if (!fits(i)) continue;
    if (!name.words.known || name.words.head.empty()) {
      if (spellings_[i].count <= kMostSlips && name.nameplate.empty()) odd.push_back(i);
    } else if (!name.words.parts.empty() && !name.scope.empty() && name.words.head != "company" &&
               name.words.head != "concern") {
      each_neighbour(name.plain, [&](std::string key) { good[std::move(key)].push_back(i); });
    }
  }
  for (const std::size_t i : odd) {
    const Spelling& slip = spellings_[i];
    std::vector<std::size_t> near;
    each_neighbour(slip.name.plain, [&](const std::string& key) {
      const auto known = good.find(key);
      if (known == good.end()) return;
      for (const std::size_t g : known->second) {
        if (slip.name.scope != spellings_[g].name.scope) continue;
        if (slip.count <= spellings_[g].count && may_be_slip(slip, spellings_[g])) near.push_back(g);
      }
    });
    const std::vector<std::size_t> bodies = bodies_among(near);
    if (bodies.size() == 1) {
      join(bodies.front(), i);
      spellings_[i].slip = true;
    } else if (bodies.size() > 1) {
      doubts_.push_back({i, bodies});
    }
  }
}

/// 市文明办 alone, where the notice writes 市委宣传部(市文明办) too.
void OrganizationIdentities::join_nameplates() {
  for (std::size_t i = 0; i < spellings_.size(); ++i) {
    const Spelling& main = spellings_[i];
    if (main.group || main.name.nameplate.empty()) continue;
    OrganizationName second = reader_.read(main.name.nameplate);
    if (second.scope.empty()) second.scope = main.name.scope;
    const auto known = by_key_.find(second.key());
    if (known == by_key_.end() || body_of(known->second.front()) == body_of(i)) continue;
    if (words_.is_nameplate(second.words, main.name.words)) {
      join(known->second.front(), i);
    } else {
      doubts_.push_back({known->second.front(), {i}});
    }
  }
}

}  // namespace libparse::normalize
