<?php
// Installs WordPress with an administrator and an author.
define( 'WP_INSTALLING', true );
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'Host', 'administrator', 'a@example.org', true, '', 'password' );
wp_insert_user(
	array(
		'user_login' => 'author',
		'user_pass'  => 'password',
		'role'       => 'author',
	)
);
switch_theme( 'twentytwentythree' );
