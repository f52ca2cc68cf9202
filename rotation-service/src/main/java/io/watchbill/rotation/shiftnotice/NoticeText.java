package io.watchbill.rotation.shiftnotice;

/**
 * What a notice says.
 *
 * @param title one line
 * @param text a few sentences
 */
public record NoticeText(String title, String text) {}
