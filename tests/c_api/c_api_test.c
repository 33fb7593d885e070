/* SPDX-License-Identifier: MIT */
#include <libparse.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition)                                              \
  do {                                                                \
    if (!(condition)) {                                               \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
      ++failures;                                                     \
    }                                                                 \
  } while (0)
#define CHECK_TEXT(value, expected)                                                                    \
  do {                                                                                                 \
    const char* got = (value);                                                                         \
    if (strcmp(got, expected) != 0) {                                                                  \
      fprintf(stderr, "%s:%d: %s is \"%s\", not \"%s\"\n", __FILE__, __LINE__, #value, got, expected); \
      ++failures;                                                                                      \
    }                                                                                                  \
  } while (0)

static const char kNotice[] =
    "临江县人民政府办公室关于印发燃气安全整治方案的通知\n"
    "临政办发〔2024〕12号\n\n"
    "各乡镇人民政府：\n"
    "一、重点任务\n"
    "（一）推进管网改造。2024年10月底前完成老旧小区立管改造1200户，2025年6月底前普及率达到95%"
    "以上。（责任单位：县住建局）\n\n"
    "临江县人民政府办公室\n2024年3月1日\n";

static libparse_notice* parse(const char* text, const libparse_options* options) {
  libparse_notice* notice = NULL;
  libparse_error* error = NULL;
  CHECK(libparse_parse(text, strlen(text), options, &notice, &error) == LIBPARSE_OK);
  CHECK(notice != NULL && error == NULL);
  return notice;
}

/* The words of a span are those that the value gives. */
static int quotes(const libparse_notice* notice, libparse_span span, const char* words) {
  size_t size = 0;
  const char* begin = libparse_notice_slice(notice, span, &size);
  return begin != NULL && size == strlen(words) && memcmp(begin, words, size) == 0;
}

static void values_of_a_notice_are_read(void) {
  libparse_notice* notice = parse(kNotice, NULL);
  CHECK_TEXT(libparse_notice_title(notice), "临江县人民政府办公室关于印发燃气安全整治方案的通知");
  CHECK_TEXT(libparse_notice_genre(notice), "通知");
  CHECK_TEXT(libparse_notice_doc_number(notice), "临政办发〔2024〕12号");
  CHECK_TEXT(libparse_notice_issued_on(notice), "2024-03-01");
  CHECK(libparse_notice_year(notice) == 2024);
  CHECK(libparse_notice_issuer_count(notice) == 1);
  CHECK_TEXT(libparse_notice_issuer(notice, 0), "临江县人民政府办公室");
  CHECK_TEXT(libparse_notice_text(notice, NULL), kNotice);

  CHECK(libparse_notice_section_count(notice) >= 1);
  const libparse_section* section = libparse_notice_section(notice, 0);
  CHECK_TEXT(libparse_section_label(section), "一、");
  CHECK_TEXT(libparse_section_form(section), "cn");
  CHECK_TEXT(libparse_section_title(section), "重点任务");
  CHECK(libparse_section_number(section) == 1 && libparse_section_depth(section) == 1);

  CHECK(libparse_notice_task_count(notice) == 1);
  const libparse_task* task = libparse_notice_task(notice, 0);
  CHECK_TEXT(libparse_task_kind(task), "task");
  CHECK_TEXT(libparse_task_title(task), "推进管网改造");
  CHECK_TEXT(libparse_task_id(task), "1.1");
  CHECK(strlen(libparse_task_fingerprint(task)) == 16);
  CHECK(libparse_task_path_count(task) == 2);
  CHECK_TEXT(libparse_task_path(task, 0), "一、重点任务");
  CHECK(quotes(notice, libparse_task_span(task), libparse_task_text(task)));

  CHECK(libparse_task_responsibility_count(task) == 1);
  const libparse_responsibility* body = libparse_task_responsibility(task, 0);
  CHECK_TEXT(libparse_responsibility_role(body), "responsible");
  CHECK_TEXT(libparse_responsibility_organization(body), "县住建局");
  CHECK(strlen(libparse_responsibility_canonical(body)) > 0);
  CHECK(quotes(notice, libparse_responsibility_span(body), "县住建局"));
  CHECK(!libparse_responsibility_is_group(body) && !libparse_responsibility_is_inherited(body));

  CHECK(libparse_task_time_count(task) == 2);
  const libparse_time* time = libparse_task_time(task, 0);
  CHECK_TEXT(libparse_time_type(time), "deadline");
  CHECK_TEXT(libparse_time_end(time), "2024-10-31");
  CHECK_TEXT(libparse_time_start(time), "");
  CHECK(quotes(notice, libparse_time_span(time), libparse_time_text(time)));

  CHECK(libparse_task_target_count(task) == 2);
  const libparse_target* target = libparse_task_target(task, 1);
  int64_t digits = 0;
  int scale = -1;
  double max = -1;
  libparse_target_decimal(target, &digits, &scale);
  CHECK(digits == 95 && scale == 0);
  CHECK(libparse_target_value(target) == 95.0);
  CHECK(libparse_target_max(target, &max) == 0 && max == -1);
  CHECK_TEXT(libparse_target_comparator(target), "ge");
  CHECK_TEXT(libparse_target_unit(target), "%");
  libparse_notice_free(notice);
}

static void lists_and_mentions_are_written(void) {
  libparse_notice* notice = parse(kNotice, NULL);
  const char* beginnings[] = {"{\n  \"schema\": \"planparse.task-list/1\"", "schema: ", "{\"schema\":"};
  for (int format = LIBPARSE_JSON; format <= LIBPARSE_NDJSON; ++format) {
    libparse_buffer* buffer = NULL;
    CHECK(libparse_notice_write(notice, (libparse_format)format, &buffer, NULL) == LIBPARSE_OK);
    CHECK(strncmp(libparse_buffer_data(buffer), beginnings[format], strlen(beginnings[format])) == 0);
    CHECK(strlen(libparse_buffer_data(buffer)) == libparse_buffer_size(buffer));
    libparse_buffer_free(buffer);
  }
  libparse_notice_free(notice);
  libparse_buffer* mentions = NULL;
  CHECK(libparse_find_mentions(kNotice, strlen(kNotice), NULL, &mentions, NULL) == LIBPARSE_OK);
  CHECK(strstr(libparse_buffer_data(mentions), "县住建局") != NULL);
  libparse_buffer_free(mentions);
}

static double number_at(libparse_value value, const char* pointer) {
  return libparse_value_number(libparse_value_get(value, pointer));
}

static const char* text_at(libparse_value value, const char* pointer) {
  return libparse_value_text(libparse_value_get(value, pointer));
}

static void every_field_is_had_by_its_name(void) {
  libparse_notice* notice = parse(kNotice, NULL);
  const libparse_value list = libparse_notice_as_value(notice);
  CHECK_TEXT(text_at(list, "/schema"), "planparse.task-list/1");
  CHECK_TEXT(text_at(list, "/document/doc_number/agency"), "临政办发");
  CHECK_TEXT(text_at(list, "/document/addressees/0"), "各乡镇人民政府");
  CHECK_TEXT(text_at(list, "/document/organizations/0/name"), "县住房和城乡建设局");
  CHECK_TEXT(text_at(list, "/document/organizations/0/tasks/0/ids/0"), "1.1");
  CHECK(number_at(list, "/document/doc_number/serial") == 12);
  CHECK(libparse_value_kind(libparse_value_get(list, "")) == LIBPARSE_OBJECT);

  const libparse_task* task = libparse_notice_task(notice, 0);
  const libparse_value value = libparse_task_as_value(task);
  CHECK_TEXT(text_at(value, "/times/0/edtf"), "../2024-10-31");
  CHECK_TEXT(text_at(value, "/responsibilities/0/role"), "responsible");
  CHECK(number_at(value, "/targets/1/by") == 1);
  const libparse_value targets = libparse_value_get(value, "/targets");
  CHECK(libparse_value_kind(targets) == LIBPARSE_ARRAY && libparse_value_count(targets) == 2);
  const libparse_value target = libparse_target_as_value(libparse_task_target(task, 0));
  int64_t digits = 0;
  int scale = -1;
  CHECK(libparse_value_decimal(libparse_value_get(target, "/value"), &digits, &scale) == 1);
  CHECK(digits == 1200 && scale == 0);
  libparse_span span = {0, 0};
  CHECK(libparse_value_span(libparse_value_get(target, "/span"), &span) == 1);
  CHECK(quotes(notice, span, text_at(target, "/text")));

  /* An object is walked by its fields. */
  CHECK_TEXT(libparse_value_name(target, 0), "indicator");
  CHECK_TEXT(libparse_value_text(libparse_value_item(target, 0)), "老旧小区立管改造");
  CHECK(libparse_value_count(libparse_time_as_value(libparse_task_time(task, 0))) == 6); /* and its rule */
  CHECK_TEXT(text_at(libparse_section_as_value(libparse_notice_section(notice, 0)), "/label"), "一、");
  CHECK_TEXT(text_at(libparse_responsibility_as_value(libparse_task_responsibility(task, 0)), "/name"), "县住建局");

  /* What leads nowhere is nothing. */
  static const char* const wrong[] = {"/nothing", "document", "/tasks/1", "/tasks/-", "/tasks/00", "/tasks/0x0",
                                      "/tasks/99999999999999999999", "/", "/document/title/0", "/tasks/0/source/page"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; ++i) {
    CHECK(libparse_value_kind(libparse_value_get(list, wrong[i])) == LIBPARSE_NOTHING);
  }
  CHECK(libparse_value_kind(libparse_value_get(list, NULL)) == LIBPARSE_NOTHING);
  const libparse_value nothing = libparse_notice_as_value(NULL);
  CHECK(libparse_value_kind(nothing) == LIBPARSE_NOTHING && libparse_value_count(nothing) == 0);
  CHECK_TEXT(text_at(nothing, "/document"), "");
  CHECK_TEXT(libparse_value_name(nothing, 0), "");
  CHECK(libparse_value_number(nothing) == 0 && libparse_value_span(nothing, &span) == 0);
  CHECK(libparse_value_kind(libparse_value_item(targets, 2)) == LIBPARSE_NOTHING);
  CHECK(libparse_value_decimal(targets, &digits, &scale) == 0 && digits == 1200);
  CHECK(libparse_value_kind(libparse_diagnostic_as_value(NULL)) == LIBPARSE_NOTHING);
  libparse_notice_free(notice);
}

static void lists_are_read_again_and_compared(void) {
  libparse_notice* notice = parse(kNotice, NULL);
  for (int format = LIBPARSE_JSON; format <= LIBPARSE_NDJSON; ++format) {
    libparse_buffer* written = NULL;
    libparse_buffer* again = NULL;
    libparse_lists* lists = NULL;
    CHECK(libparse_notice_write(notice, (libparse_format)format, &written, NULL) == LIBPARSE_OK);
    CHECK(libparse_lists_read(libparse_buffer_data(written), libparse_buffer_size(written), (libparse_format)format,
                              NULL, &lists, NULL) == LIBPARSE_OK);
    CHECK(libparse_lists_count(lists) == 1 && libparse_lists_notice(lists, 1) == NULL);
    const libparse_notice* list = libparse_lists_notice(lists, 0);
    CHECK_TEXT(libparse_task_title(libparse_notice_task(list, 0)), "推进管网改造");
    CHECK_TEXT(libparse_notice_text(list, NULL), "");
    const libparse_span span = libparse_task_span(libparse_notice_task(list, 0));
    CHECK(span.end > span.begin && libparse_notice_slice(list, span, NULL) == NULL);
    CHECK(libparse_notice_write(list, (libparse_format)format, &again, NULL) == LIBPARSE_OK);
    CHECK_TEXT(libparse_buffer_data(again), libparse_buffer_data(written));
    libparse_buffer_free(again);
    libparse_buffer_free(written);
    libparse_lists_free(lists);
  }

  char later[sizeof kNotice];
  strcpy(later, kNotice);
  memcpy(strstr(later, "10月底"), "12月底", strlen("12月底"));
  libparse_notice* changed = parse(later, NULL);
  libparse_buffer* difference = NULL;
  CHECK(libparse_compare(notice, changed, LIBPARSE_VERSIONS, NULL, &difference, NULL) == LIBPARSE_OK);
  CHECK(strstr(libparse_buffer_data(difference), "\"deadline-later\"") != NULL);
  CHECK(strstr(libparse_buffer_data(difference), "\"days\": 61") != NULL);
  libparse_buffer_free(difference);
  CHECK(libparse_compare(notice, notice, LIBPARSE_CASCADE, NULL, &difference, NULL) == LIBPARSE_OK);
  CHECK(strstr(libparse_buffer_data(difference), "\"cascade\"") != NULL);
  CHECK(strstr(libparse_buffer_data(difference), "\"counts\"") == NULL);
  libparse_buffer_free(difference);

  libparse_error* error = NULL;
  libparse_lists* lists = (libparse_lists*)&failures;
  CHECK(libparse_lists_read("{\n\"schema\": 1}", 15, LIBPARSE_JSON, "a.json", &lists, &error) == LIBPARSE_FORMAT);
  CHECK(lists == NULL);
  CHECK(strncmp(libparse_error_where(error), "a.json:2:", 9) == 0);
  libparse_error_free(error);
  CHECK(libparse_lists_read("", 0, LIBPARSE_JSON, NULL, &lists, NULL) == LIBPARSE_OK);
  CHECK(libparse_lists_count(lists) == 0);
  libparse_lists_free(lists);
  CHECK(libparse_lists_read("", 0, (libparse_format)7, NULL, &lists, NULL) == LIBPARSE_ARGUMENT);
  CHECK(libparse_compare(notice, NULL, LIBPARSE_VERSIONS, NULL, &difference, NULL) == LIBPARSE_ARGUMENT);
  CHECK(libparse_compare(notice, notice, (libparse_comparison)2, NULL, &difference, NULL) == LIBPARSE_ARGUMENT);
  CHECK(difference == NULL);
  libparse_lists_free(NULL);
  CHECK(libparse_lists_count(NULL) == 0 && libparse_lists_notice(NULL, 0) == NULL);
  libparse_notice_free(changed);
  libparse_notice_free(notice);
}

static void slices_of_a_long_text_are_those_of_its_code_points(void) {
  enum { kCount = 1000 };
  static const char* const kinds[] = {"a", "é", "县", "𠮷"};
  char text[kCount * 4 + 1];
  size_t offsets[kCount + 1];
  size_t size = 0;
  for (int i = 0; i < kCount; ++i) {
    offsets[i] = size;
    const char* c = kinds[i * 7 % 4];
    memcpy(text + size, c, strlen(c));
    size += strlen(c);
  }
  offsets[kCount] = size;
  text[size] = '\0';
  libparse_notice* notice = parse(text, NULL);
  for (size_t begin = 0; begin <= kCount; begin += 9) {
    for (size_t end = begin; end <= kCount; end += 31) {
      const libparse_span span = {begin, end};
      size_t length = 0;
      const char* slice = libparse_notice_slice(notice, span, &length);
      CHECK(slice != NULL && length == offsets[end] - offsets[begin] &&
            memcmp(slice, text + offsets[begin], length) == 0);
    }
  }
  const libparse_span outside = {0, kCount + 1};
  const libparse_span backwards = {2, 1};
  size_t length = 7;
  CHECK(libparse_notice_slice(notice, outside, &length) == NULL && length == 0);
  CHECK(libparse_notice_slice(notice, backwards, &length) == NULL);
  libparse_notice_free(notice);
}

static void options_change_what_is_read(void) {
  libparse_options* options = libparse_options_new();
  CHECK(options != NULL);
  CHECK(libparse_options_set_path(options, "a.txt") == LIBPARSE_OK);
  CHECK(libparse_options_set_year(options, 2031) == LIBPARSE_OK);
  CHECK(libparse_options_set_as_of(options, "2031-02-28") == LIBPARSE_OK);
  CHECK(libparse_options_set_explain(options, 1) == LIBPARSE_OK);
  libparse_notice* notice = parse("一、重点任务\n（一）年底前完成改造100户。责任单位：县住建局\n", options);
  CHECK_TEXT(libparse_time_end(libparse_task_time(libparse_notice_task(notice, 0), 0)), "2031-12-31");
  libparse_buffer* json = NULL;
  CHECK(libparse_notice_write(notice, LIBPARSE_NDJSON, &json, NULL) == LIBPARSE_OK);
  CHECK(strstr(libparse_buffer_data(json), "\"path\":\"a.txt\"") != NULL);
  CHECK(strstr(libparse_buffer_data(json), "\"explain\":") != NULL);
  libparse_buffer_free(json);
  libparse_notice_free(notice);

  libparse_options* copy = libparse_options_copy(options);
  CHECK(libparse_options_set_year(copy, 2032) == LIBPARSE_OK);
  notice = parse("一、重点任务\n（一）年底前完成改造100户。责任单位：县住建局\n", copy);
  CHECK_TEXT(libparse_time_end(libparse_task_time(libparse_notice_task(notice, 0), 0)), "2032-12-31");
  CHECK_TEXT(text_at(libparse_notice_as_value(notice), "/document/source/path"), "a.txt");
  libparse_notice_free(notice);
  libparse_options_free(copy);
  CHECK(libparse_options_copy(NULL) == NULL);

  CHECK(libparse_options_set_year(options, -1) == LIBPARSE_ARGUMENT);
  CHECK(libparse_options_set_as_of(options, "2031-02-29") == LIBPARSE_ARGUMENT);
  CHECK(libparse_options_set_as_of(options, "tomorrow") == LIBPARSE_ARGUMENT);
  CHECK(libparse_options_set_format(options, "doc") == LIBPARSE_ARGUMENT);
  CHECK(libparse_options_set_limit(options, (libparse_limit)99, 1) == LIBPARSE_ARGUMENT);
  CHECK(libparse_options_set_limit(options, LIBPARSE_TIME_MS, UINT64_MAX) == LIBPARSE_ARGUMENT);
  CHECK(libparse_options_set_format(options, "text") == LIBPARSE_OK);
  CHECK(libparse_options_set_limit(options, LIBPARSE_INPUT_BYTES, 10) == LIBPARSE_OK);
  libparse_options_free(options);
}

static void bad_input_is_an_error(void) {
  libparse_notice* notice = (libparse_notice*)&failures;
  libparse_error* error = NULL;
  CHECK(libparse_parse("%PDF-1.7 broken", 15, NULL, &notice, &error) == LIBPARSE_DAMAGED);
  CHECK(notice == NULL && error != NULL);
  CHECK(libparse_error_code(error) == LIBPARSE_DAMAGED);
  CHECK(strstr(libparse_error_message(error), "the PDF is broken") != NULL);
  CHECK_TEXT(libparse_error_where(error), "");
  libparse_error_free(error);

  CHECK(libparse_parse("PK\x03\x04zzzz", 8, NULL, &notice, NULL) == LIBPARSE_NOT_TEXT);
  CHECK(libparse_parse("\0\1\2\0\0\0", 6, NULL, &notice, NULL) == LIBPARSE_NOT_TEXT);
  CHECK(libparse_parse(NULL, 5, NULL, &notice, &error) == LIBPARSE_ARGUMENT);
  CHECK(strlen(libparse_error_message(error)) > 0);
  libparse_error_free(error);
  CHECK(libparse_parse("x", 1, NULL, NULL, NULL) == LIBPARSE_ARGUMENT);
  CHECK(libparse_parse(NULL, 0, NULL, &notice, &error) == LIBPARSE_OK);
  CHECK(error == NULL && libparse_notice_task_count(notice) == 0);
  libparse_buffer* buffer = NULL;
  CHECK(libparse_notice_write(notice, (libparse_format)7, &buffer, &error) == LIBPARSE_ARGUMENT);
  CHECK(buffer == NULL);
  libparse_error_free(error);
  libparse_notice_free(notice);

  libparse_options* options = libparse_options_new();
  CHECK(libparse_options_add_rules(options, "/nonexistent/rules", &error) == LIBPARSE_RULES);
  CHECK(strlen(libparse_error_message(error)) > 0);
  libparse_error_free(error);
  notice = parse(kNotice, options); /* the options are as they were */
  CHECK(libparse_notice_task_count(notice) == 1);
  libparse_notice_free(notice);
  CHECK(libparse_options_set_encoding(options, "no-such-encoding") == LIBPARSE_OK);
  CHECK(libparse_parse("x", 1, options, &notice, &error) != LIBPARSE_OK);
  CHECK(notice == NULL);
  libparse_error_free(error);
  libparse_options_free(options);
}

static void nothing_is_empty_and_never_a_crash(void) {
  libparse_notice* notice = parse(kNotice, NULL);
  CHECK(libparse_notice_task(notice, 1) == NULL);
  CHECK(libparse_notice_task(notice, (size_t)-1) == NULL);
  CHECK(libparse_notice_diagnostic(notice, 9999) == NULL);
  CHECK_TEXT(libparse_notice_issuer(notice, 1), "");
  libparse_notice_free(notice);
  CHECK_TEXT(libparse_notice_title(NULL), "");
  CHECK_TEXT(libparse_notice_doc_number(NULL), "");
  CHECK_TEXT(libparse_task_title(NULL), "");
  CHECK_TEXT(libparse_task_kind(NULL), "");
  CHECK_TEXT(libparse_responsibility_canonical(NULL), "");
  CHECK(libparse_task_time(NULL, 0) == NULL && libparse_task_span(NULL).end == 0);
  CHECK(libparse_target_value(NULL) == 0);
  CHECK(libparse_diagnostic_span(NULL, NULL) == 0);
  CHECK(libparse_options_set_path(NULL, "x") == LIBPARSE_ARGUMENT);
  CHECK(libparse_error_code(NULL) == LIBPARSE_OK);
  libparse_notice_free(NULL);
  libparse_buffer_free(NULL);
  libparse_error_free(NULL);
  libparse_options_free(NULL);
}

static void a_pdf_is_read(const char* path) {
  static char bytes[1 << 20];
  FILE* file = fopen(path, "rb");
  CHECK(file != NULL);
  if (file == NULL) return;
  const size_t size = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  libparse_notice* notice = NULL;
  CHECK(libparse_parse(bytes, size, NULL, &notice, NULL) == LIBPARSE_OK);
  CHECK(libparse_notice_task_count(notice) > 0);
  libparse_notice_free(notice);
}

int main(int argc, char** argv) {
  int major = -1;
  CHECK(sscanf(libparse_version(), "%d.", &major) == 1 && major >= 0);
  values_of_a_notice_are_read();
  lists_and_mentions_are_written();
  every_field_is_had_by_its_name();
  lists_are_read_again_and_compared();
  slices_of_a_long_text_are_those_of_its_code_points();
  options_change_what_is_read();
  bad_input_is_an_error();
  nothing_is_empty_and_never_a_crash();
  if (argc > 1) a_pdf_is_read(argv[1]);
  return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
