package io.watchbill.rotation.shiftnotice;

/**
 * The title and text of a notice.
 *
 * @param title one line
 * @param text a few sentences
 */
public record NoticeText(String title, String text) {}
