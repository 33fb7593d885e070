// SPDX-License-Identifier: MIT
#include "normalize/organizations.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "libparse/names.hpp"
#include "normalize/organization_identity.hpp"
#include "text/utf8.hpp"

namespace libparse::normalize {
namespace {

constexpr std::size_t kLongestPersonName = 3;  // characters; four may as well be a company
constexpr std::size_t kMostQuoted = 4;         // names in a message

/// The year that tells which of two names was in force; 0 where the notice does not say when it was written.
int year_of(const Document& document) {
  for (const std::string& date : {document.issued_on, document.printed_on}) {
    int year = 0;
    if (date.size() >= 4) std::from_chars(date.data(), date.data() + 4, year);
    if (year != 0) return year;
  }
  return document.year;
}

/// The spellings of one body, as indices.
using Body = std::vector<std::size_t>;

class Writer {
 public:
  Writer(const OrganizationWords& words, const OrganizationIdentities& identities, TaskList& list)
      : words_(words), identities_(identities), list_(list) {}

  /// \param spelling_of  of each responsibility, in text order
  void run(const std::vector<std::size_t>& spelling_of) {
    const auto& spellings = identities_.spellings();
    std::vector<Body> bodies;
    std::vector<std::size_t> body_of(spellings.size());
    for (std::size_t s = 0; s < spellings.size(); ++s) {
      const std::size_t first = identities_.body_of(s);
      if (first == s) {
        body_of[s] = bodies.size();
        bodies.emplace_back();
      }
      body_of[s] = body_of[first];
      bodies[body_of[s]].push_back(s);
    }
    std::vector<Organization> organizations;
    organizations.reserve(bodies.size());
    for (const Body& body : bodies) organizations.push_back(describe(body));
    std::size_t next = 0;
    for (Task& task : list_.tasks) {
      for (Responsibility& r : task.responsibilities) {
        Organization& organization = organizations[body_of[spelling_of[next++]]];
        if (organization.name != r.name) r.canonical = organization.name;
        add_task(r.role, task.id, organization);
      }
    }
    list_.document.organizations = std::move(organizations);
  }

 private:
  [[nodiscard]] Organization describe(const Body& body) const {
    const auto& spellings = identities_.spellings();
    Organization out;
    const Spelling& fullest = spellings[fullest_of(body)];
    out.name = name_of_body(fullest);
    for (const std::size_t s : body) {
      if (spellings[s].written != out.name) out.names.emplace_back(spellings[s].written);
    }
    out.kind = kind_of(fullest, out.name);
    if (out.kind != OrganizationKind::person && out.kind != OrganizationKind::collective) {
      out.level = fullest.name.level;
    }
    return out;
  }

  /// Not 部门 and no slip of the pen where there is anything else; then the one with most fields of work, the
  /// longest, the official one, the most frequent, the first.
  [[nodiscard]] std::size_t fullest_of(const Body& body) const {
    const auto& spellings = identities_.spellings();
    const auto better = [&](std::size_t x, std::size_t y) {
      const Spelling &a = spellings[x], &b = spellings[y];
      if (a.alias.empty() != b.alias.empty()) return !a.alias.empty();
      if (a.group != b.group) return !a.group;
      if (a.slip != b.slip) return !a.slip;
      if (a.name.department && b.name.department && a.name.words.parts.size() != b.name.words.parts.size()) {
        return a.name.words.parts.size() > b.name.words.parts.size();  // 文旅广体局 before 文化和旅游局
      }
      const std::size_t length_a = text::count(a.name.plain), length_b = text::count(b.name.plain);
      if (length_a != length_b) return length_a > length_b;
      if (is_official(a) != is_official(b)) return is_official(a);
      if (a.name.nameplate.empty() != b.name.nameplate.empty()) return a.name.nameplate.empty();
      return a.count > b.count;
    };
    std::size_t best = body.front();
    for (const std::size_t s : body) {
      if (better(s, best)) best = s;
    }
    return best;
  }

  [[nodiscard]] bool is_official(const Spelling& spelling) const {
    const std::string_view official = words_.official(spelling.name.words, spelling.name.scope == "N");
    return !official.empty() && spelling.name.plain.ends_with(official);
  }

  /// The official name where the list of such names has a longer one for the same words, else what stands there.
  [[nodiscard]] std::string name_of_body(const Spelling& fullest) const {
    const OrganizationName& name = fullest.name;
    if (fullest.group) return std::string(fullest.written);
    std::string written = !fullest.alias.empty() ? std::string(fullest.alias)
                          : fullest.restored     ? name.prefix + name.plain
                                                 : std::string(fullest.written);
    const bool national = name.scope == "N";
    std::string official(words_.official(name.words, national));
    if (official.empty() || name.scope.empty()) return written;
    if (!national) official = name.prefix + (name.organ == Organ::party ? name.organ_word : std::string{}) + official;
    const std::size_t length = text::count(fullest.restored || !fullest.alias.empty() ? written : name.plain);
    return text::count(official) > length ? official : written;
  }

  [[nodiscard]] OrganizationKind kind_of(const Spelling& spelling, std::string_view full_name) const {
    const OrganizationName& name = spelling.name;
    if (spelling.group) return OrganizationKind::collective;
    auto hit = words_.kind.suffix(name.plain);
    if (!hit) hit = words_.kind.suffix(full_name);
    const auto person = words_.person_title.suffix(name.plain);
    if (person.word.size() > hit.word.size()) return OrganizationKind::person;
    if (!hit) {
      const bool short_name = text::count(name.plain) <= kLongestPersonName && name.words.head.empty();
      const bool unknown =
          std::none_of(name.words.parts.begin(), name.words.parts.end(), [](const Part& part) { return part.known; });
      return short_name && unknown && name.scope.empty() ? OrganizationKind::person : OrganizationKind::none;
    }
    const OrganizationKind kind = find_named<OrganizationKind>(hit.value).value_or(OrganizationKind::none);
    return kind == OrganizationKind::department && name.organ == Organ::party ? OrganizationKind::party : kind;
  }

  static void add_task(Role role, const std::string& id, Organization& organization) {
    auto at = std::find_if(organization.tasks.begin(), organization.tasks.end(),
                           [&](const OrganizationTasks& tasks) { return tasks.role >= role; });
    if (at == organization.tasks.end() || at->role != role) at = organization.tasks.insert(at, {role, {}});
    if (at->ids.empty() || at->ids.back() != id) at->ids.push_back(id);
  }

  const OrganizationWords& words_;
  const OrganizationIdentities& identities_;
  TaskList& list_;
};

void report(const OrganizationIdentities& identities, const std::vector<const Responsibility*>& first,
            const std::vector<const Task*>& task, Diagnostics& diagnostics) {
  const auto& spellings = identities.spellings();
  std::size_t last = spellings.size();
  for (const Doubt& doubt : identities.doubts()) {
    if (doubt.spelling == last) continue;
    last = doubt.spelling;
    std::string others;
    std::size_t quoted = 0;
    for (const std::size_t other : doubt.others) {
      if (identities.body_of(other) == identities.body_of(doubt.spelling) || quoted == kMostQuoted) continue;
      others += (quoted++ == 0 ? "'" : " or '") + std::string(spellings[other].written) + "'";
    }
    if (quoted == 0) continue;
    diagnostics.push_back({"unit-ambiguous", Severity::info,
                           "'" + std::string(spellings[doubt.spelling].written) + "' may be " + others +
                               ", or none of them; it is kept as a body of its own.",
                           first[doubt.spelling]->span, task[doubt.spelling]->id});
  }
}

}  // namespace

void identify_organizations(const rules::Pack& pack, TaskList& list) {
  std::unordered_map<std::string_view, std::size_t> known[2];  // of single bodies and of groups
  std::vector<std::size_t> spelling_of, count;
  std::vector<const Responsibility*> first;
  std::vector<const Task*> task_of;
  for (const Task& task : list.tasks) {
    for (const Responsibility& r : task.responsibilities) {
      const auto [at, fresh] = known[r.group ? 1 : 0].emplace(r.name, first.size());
      if (fresh) {
        first.push_back(&r);
        task_of.push_back(&task);
        count.push_back(0);
      }
      ++count[at->second];
      spelling_of.push_back(at->second);
    }
  }
  if (first.empty()) return;
  const auto& words = pack.derived<OrganizationWords>();
  const OrganizationNameReader reader(words, list.document.jurisdiction);
  OrganizationIdentities identities(words, reader, year_of(list.document));
  for (std::size_t i = 0; i < first.size(); ++i) identities.add(first[i]->name, first[i]->group, count[i]);
  identities.settle();
  report(identities, first, task_of, list.diagnostics);
  Writer(words, identities, list).run(spelling_of);
}

}  // namespace libparse::normalize
