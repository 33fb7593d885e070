/* SPDX-License-Identifier: MIT */
#ifndef LIBPARSE_H
#define LIBPARSE_H

/*
 * libparse for C and for languages that call C. The C++ headers are in libparse/.
 *
 * Strings   are UTF-8 and end with a NUL. Where a list has nothing to say, a string is "", never NULL.
 * Spans     count Unicode code points of the text of the notice, half-open; libparse_notice_slice gives their words.
 * Words     such as "lead" or "deadline" are those of the JSON output; docs/output.md says what they mean.
 * Handles   that a function makes (options, notice, lists, buffer, error) are freed by the function named *_free, which
 *           takes NULL too. All other handles, values and strings belong to what they came from and live as long as it
 *           does. A getter that is given NULL, and an index past the end, give NULL, "" or 0.
 * Errors    No exception leaves these functions and nothing is printed. Those that can fail return a status and leave
 *           their result NULL then; `error`, where it is not NULL, gets an error to free, or NULL where memory is out.
 * Threads   Functions may run at the same time in any threads. A notice may be read by several threads; options may be
 *           used by several, as long as none changes them.
 * Versions  The shared library has each function under the version it came with (LIBPARSE_0.1). Functions are added,
 * and not changed, within one soname.
 */

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define LIBPARSE_INT : int /* to C++ too, enumerations may hold any int that comes from C */
extern "C" {
#else
#define LIBPARSE_INT
#endif

/* The version of the library at run time: "0.1.0". */
const char* libparse_version(void);

/* ---- Errors ---- */

/* What a function that can fail returns. */
typedef enum libparse_status LIBPARSE_INT {
  LIBPARSE_OK = 0,
  LIBPARSE_UNREADABLE = 1, /* the input cannot be read; the module that reads PDF is not installed */
  LIBPARSE_ENCODING = 2,   /* not text in a known encoding */
  LIBPARSE_NOT_TEXT = 3,   /* a format that is not read, or an encrypted file */
  LIBPARSE_DAMAGED = 4,    /* a broken DOCX, PDF … */
  LIBPARSE_LIMIT = 5,      /* larger than a limit allows */
  LIBPARSE_RULES = 6,      /* a rule file is broken */
  LIBPARSE_FORMAT = 7,     /* a task list cannot be read */
  LIBPARSE_UNWRITABLE = 8,
  LIBPARSE_ARGUMENT = 9, /* NULL where something must be, or an option that has no such value */
  LIBPARSE_MEMORY = 10,
  LIBPARSE_INTERNAL = 11 /* a bug of libparse */
} libparse_status;

typedef struct libparse_error libparse_error;

/* The status that came with it; LIBPARSE_OK of NULL. */
libparse_status libparse_error_code(const libparse_error* error);
/* One English sentence for people. It belongs to the error. */
const char* libparse_error_message(const libparse_error* error);
/* `path`, `path:line` or `path:line:column`, or "". */
const char* libparse_error_where(const libparse_error* error);
void libparse_error_free(libparse_error* error);

/* ---- Options ----
 * Setters return LIBPARSE_OK, or LIBPARSE_ARGUMENT where there is no such value; the option is as before then. Strings
 * are copied.
 */

typedef struct libparse_options libparse_options;

typedef enum libparse_limit LIBPARSE_INT {
  LIBPARSE_INPUT_BYTES = 0,
  LIBPARSE_EXPANDED_BYTES = 1,
  LIBPARSE_EXPANSION_RATIO = 2,
  LIBPARSE_ARCHIVE_ENTRIES = 3,
  LIBPARSE_XML_DEPTH = 4,
  LIBPARSE_PAGES = 5,
  LIBPARSE_TIME_MS = 6 /* 0: no limit */
} libparse_limit;

/* NULL where memory is out. */
libparse_options* libparse_options_new(void);
/* A copy that can be changed by itself; rule files are not read again. NULL of NULL, or where memory is out. */
libparse_options* libparse_options_copy(const libparse_options* options);
void libparse_options_free(libparse_options* options);
/* What `document.source.path` says. */
libparse_status libparse_options_set_path(libparse_options* options, const char* path);
/* An ISO 8601 date (2025-03-01) that relative times count from where the notice gives none. */
libparse_status libparse_options_set_as_of(libparse_options* options, const char* date);
/* The year that yearless dates refer to; 0: taken from the notice. */
libparse_status libparse_options_set_year(libparse_options* options, int year);
/* "auto", "text", "html", "docx", "xlsx", "pdf" or "ofd". */
libparse_status libparse_options_set_format(libparse_options* options, const char* format);
/* A WHATWG label such as "gb18030"; "": found by the bytes. */
libparse_status libparse_options_set_encoding(libparse_options* options, const char* label);
/* In bytes, packed bytes a byte, files, elements, pages or milliseconds. */
libparse_status libparse_options_set_limit(libparse_options* options, libparse_limit limit, uint64_t value);
/* Not 0: tasks say in the JSON output why they were read so. */
libparse_status libparse_options_set_explain(libparse_options* options, int explain);
/* Lays a folder of rule files over those before it. LIBPARSE_RULES where one is broken; the options are as before. */
libparse_status libparse_options_add_rules(libparse_options* options, const char* folder, libparse_error** error);

/* ---- Notices ---- */

typedef struct libparse_span {
  size_t begin;
  size_t end;
} libparse_span;

typedef struct libparse_notice libparse_notice;
typedef struct libparse_section libparse_section;
typedef struct libparse_task libparse_task;
typedef struct libparse_responsibility libparse_responsibility;
typedef struct libparse_time libparse_time;
typedef struct libparse_target libparse_target;
typedef struct libparse_diagnostic libparse_diagnostic;
typedef struct libparse_buffer libparse_buffer;

/* JSON over many lines, YAML, or one JSON document a line. */
typedef enum libparse_format LIBPARSE_INT { LIBPARSE_JSON = 0, LIBPARSE_YAML = 1, LIBPARSE_NDJSON = 2 } libparse_format;

/* Reads the bytes of one file: text, HTML, DOCX, XLSX, PDF or OFD. `options` may be NULL, `bytes` where `size` is 0.
   `*notice` is to be freed. The bytes are not needed afterwards. */
libparse_status libparse_parse(const void* bytes, size_t size, const libparse_options* options,
                               libparse_notice** notice, libparse_error** error);
void libparse_notice_free(libparse_notice* notice);

/* The text that spans refer to, "" of a list that was read; `size`, where it is not NULL, gets its bytes. */
const char* libparse_notice_text(const libparse_notice* notice, size_t* size);
/* Where the words of a span begin in that text (no NUL behind them), and how many bytes they have. NULL where the span
   does not fit into the text. Time: does not grow with the text. */
const char* libparse_notice_slice(const libparse_notice* notice, libparse_span span, size_t* size);
/* The whole task list as planparse writes it; `*output` is to be freed. */
libparse_status libparse_notice_write(const libparse_notice* notice, libparse_format format, libparse_buffer** output,
                                      libparse_error** error);

/* The mentions of any Chinese text, one JSON object a line, as planmark writes them. Of the options, `as_of` is the
   date that the text was issued on. `*output` is to be freed. */
libparse_status libparse_find_mentions(const void* bytes, size_t size, const libparse_options* options,
                                       libparse_buffer** output, libparse_error** error);

/* Bytes that belong to the buffer, with a NUL behind them that `size` does not count. */
const char* libparse_buffer_data(const libparse_buffer* buffer);
size_t libparse_buffer_size(const libparse_buffer* buffer);
void libparse_buffer_free(libparse_buffer* buffer);

/* ---- Task lists ---- */

typedef struct libparse_lists libparse_lists;

/* Reads the task lists of a file in order: what planparse, planconv or libparse_notice_write wrote. LIBPARSE_JSON takes
   NDJSON too. `path`, which may be NULL, is only for the place of errors. LIBPARSE_FORMAT where the bytes are no task
   lists; a file without any is not an error. `*lists` is to be freed. */
libparse_status libparse_lists_read(const void* bytes, size_t size, libparse_format format, const char* path,
                                    libparse_lists** lists, libparse_error** error);
size_t libparse_lists_count(const libparse_lists* lists);
/* A notice without its text. It belongs to the lists: it is not freed by itself. */
const libparse_notice* libparse_lists_notice(const libparse_lists* lists, size_t index);
void libparse_lists_free(libparse_lists* lists);

typedef enum libparse_comparison LIBPARSE_INT {
  LIBPARSE_VERSIONS = 0, /* two versions of one plan */
  LIBPARSE_CASCADE = 1   /* a superior body's plan, and the plan by which a lower one carries it out */
} libparse_comparison;

/* What differs, as `plandiff --to json` writes it (schemas/plan-diff.schema.json). Of the options, which may be NULL,
   the rules count. `*output` is to be freed. */
libparse_status libparse_compare(const libparse_notice* before, const libparse_notice* after,
                                 libparse_comparison comparison, const libparse_options* options,
                                 libparse_buffer** output, libparse_error** error);

/* ---- Any field by its name ----
 * A value is a place in a task list: the list, or any object, array or field in it, under the names of the JSON output
 * (docs/output-reference.md). Every field can be had so; the functions further down are shorter for those that programs
 * ask for most. A value is passed as it is and never freed; it lives as long as its notice. Its members are for
 * libparse only. Nothing is a value too: it is what a field without anything to say, a wrong name or an index past the
 * end give, and what all functions here take. Fields that the output has on request (`rule`, `explain`) are there where
 * they are known.
 */

typedef struct libparse_value {
  const void* data;
  const void* type;
} libparse_value;

typedef enum libparse_kind LIBPARSE_INT {
  LIBPARSE_NOTHING = 0,
  LIBPARSE_TEXT = 1,
  LIBPARSE_NUMBER = 2,
  LIBPARSE_BOOLEAN = 3,
  LIBPARSE_ARRAY = 4,
  LIBPARSE_OBJECT = 5
} libparse_kind;

/* The whole list; one section, task … of it. Nothing of NULL. */
libparse_value libparse_notice_as_value(const libparse_notice* notice);
libparse_value libparse_section_as_value(const libparse_section* section);
libparse_value libparse_task_as_value(const libparse_task* task);
libparse_value libparse_responsibility_as_value(const libparse_responsibility* responsibility);
libparse_value libparse_time_as_value(const libparse_time* time);
libparse_value libparse_target_as_value(const libparse_target* target);
libparse_value libparse_diagnostic_as_value(const libparse_diagnostic* diagnostic);

/* What stands at a JSON pointer (RFC 6901) that starts at this value: "/document/period/end", "/times/0/rrule"; "" is
   the value itself. Nothing where the pointer leads nowhere. */
libparse_value libparse_value_get(libparse_value value, const char* pointer);
libparse_kind libparse_value_kind(libparse_value value);
/* Elements of an array, or fields of an object that say something; 0 of anything else. */
size_t libparse_value_count(libparse_value value);
/* One of them, in the order of the output. */
libparse_value libparse_value_item(libparse_value value, size_t index);
/* The name of a field of an object; "" of anything else. */
const char* libparse_value_name(libparse_value value, size_t index);
/* A string; "" of anything else. */
const char* libparse_value_text(libparse_value value);
/* A number, the nearest that a double can be; 1 of a boolean that is true; 0 of anything else. */
double libparse_value_number(libparse_value value);
/* The exact number: digits / 10^scale. 0 where it is none; `digits` and `scale`, which may be NULL, are left alone. */
int libparse_value_decimal(libparse_value value, int64_t* digits, int* scale);
/* The span that a field of that name holds. 0 where it is none, and `span`, which may be NULL, is left alone. */
int libparse_value_span(libparse_value value, libparse_span* span);

/* ---- Fields that programs ask for most ----
 * Strings belong to the notice. Dates are ISO 8601 (2025-12-31), inclusive, civil time UTC+8.
 */

const char* libparse_notice_title(const libparse_notice* notice);
/* 文种, such as 通知. */
const char* libparse_notice_genre(const libparse_notice* notice);
const char* libparse_notice_doc_number(const libparse_notice* notice);
const char* libparse_notice_issued_on(const libparse_notice* notice);
/* The year that yearless dates of the text refer to; 0 where it is not known. */
int libparse_notice_year(const libparse_notice* notice);
size_t libparse_notice_issuer_count(const libparse_notice* notice);
const char* libparse_notice_issuer(const libparse_notice* notice, size_t index);
size_t libparse_notice_section_count(const libparse_notice* notice);
const libparse_section* libparse_notice_section(const libparse_notice* notice, size_t index);
size_t libparse_notice_task_count(const libparse_notice* notice);
const libparse_task* libparse_notice_task(const libparse_notice* notice, size_t index);
size_t libparse_notice_diagnostic_count(const libparse_notice* notice);
const libparse_diagnostic* libparse_notice_diagnostic(const libparse_notice* notice, size_t index);

/* Path of labels, such as a1.2.1. */
const char* libparse_section_id(const libparse_section* section);
const char* libparse_section_parent(const libparse_section* section);
const char* libparse_section_form(const libparse_section* section);
const char* libparse_section_label(const libparse_section* section);
const char* libparse_section_title(const libparse_section* section);
/* The value of the label; 0 where it has none. */
int libparse_section_number(const libparse_section* section);
/* 1 at the top. */
int libparse_section_depth(const libparse_section* section);
libparse_span libparse_section_span(const libparse_section* section);

const char* libparse_task_id(const libparse_task* task);
const char* libparse_task_fingerprint(const libparse_task* task);
const char* libparse_task_kind(const libparse_task* task);
/* The id of its section. */
const char* libparse_task_section(const libparse_task* task);
const char* libparse_task_title(const libparse_task* task);
const char* libparse_task_text(const libparse_task* task);
libparse_span libparse_task_span(const libparse_task* task);
/* The sections around it, from the top. */
size_t libparse_task_path_count(const libparse_task* task);
const char* libparse_task_path(const libparse_task* task, size_t index);
size_t libparse_task_responsibility_count(const libparse_task* task);
const libparse_responsibility* libparse_task_responsibility(const libparse_task* task, size_t index);
size_t libparse_task_time_count(const libparse_task* task);
const libparse_time* libparse_task_time(const libparse_task* task, size_t index);
size_t libparse_task_target_count(const libparse_task* task);
const libparse_target* libparse_task_target(const libparse_task* task, size_t index);

const char* libparse_responsibility_role(const libparse_responsibility* responsibility);
/* As written; `name` has an elided level restored. */
const char* libparse_responsibility_organization(const libparse_responsibility* responsibility);
const char* libparse_responsibility_name(const libparse_responsibility* responsibility);
/* The fullest name of the body in the notice; equal to the name where there is no fuller one. */
const char* libparse_responsibility_canonical(const libparse_responsibility* responsibility);
const char* libparse_responsibility_scope(const libparse_responsibility* responsibility);
int libparse_responsibility_is_group(const libparse_responsibility* responsibility);
int libparse_responsibility_is_inherited(const libparse_responsibility* responsibility);
libparse_span libparse_responsibility_span(const libparse_responsibility* responsibility);

const char* libparse_time_type(const libparse_time* time);
const char* libparse_time_text(const libparse_time* time);
const char* libparse_time_start(const libparse_time* time);
const char* libparse_time_end(const libparse_time* time);
/* ISO 8601 durations (P1M): of a recurrence, and of a relative time. */
const char* libparse_time_every(const libparse_time* time);
const char* libparse_time_within(const libparse_time* time);
/* What a relative time counts from, as written. */
const char* libparse_time_after(const libparse_time* time);
/* ISO 8601-2 (EDTF), and RFC 5545 of a recurrence. */
const char* libparse_time_edtf(const libparse_time* time);
const char* libparse_time_rrule(const libparse_time* time);
libparse_span libparse_time_span(const libparse_time* time);

const char* libparse_target_indicator(const libparse_target* target);
const char* libparse_target_comparator(const libparse_target* target);
const char* libparse_target_unit(const libparse_target* target);
const char* libparse_target_direction(const libparse_target* target);
const char* libparse_target_text(const libparse_target* target);
/* With 万 and 亿 multiplied out, in the unit of the target. */
double libparse_target_value(const libparse_target* target);
/* The upper end of a range; 1 where there is one, else 0 and `max` is left alone. */
int libparse_target_max(const libparse_target* target, double* max);
/* The exact value: digits / 10^scale. */
void libparse_target_decimal(const libparse_target* target, int64_t* digits, int* scale);
libparse_span libparse_target_span(const libparse_target* target);

const char* libparse_diagnostic_code(const libparse_diagnostic* diagnostic);
const char* libparse_diagnostic_severity(const libparse_diagnostic* diagnostic);
const char* libparse_diagnostic_message(const libparse_diagnostic* diagnostic);
/* The id of the task concerned. */
const char* libparse_diagnostic_task(const libparse_diagnostic* diagnostic);
/* 1 where it has a span, else 0 and `span` is left alone. */
int libparse_diagnostic_span(const libparse_diagnostic* diagnostic, libparse_span* span);

#ifdef __cplusplus
}
#endif
#undef LIBPARSE_INT

#endif
